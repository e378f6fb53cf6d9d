using CtgPortal.Application.Documents;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Application.Versions;

/// <summary>
/// The things of a dossier outside the plan and the diagnostic: frame, parties, perimeter, text, équipements. All of it binds the parties,
/// except what says so; who signs and by which délibération are authority to sign, not what is signed.
/// </summary>
internal static class ElementsConvention
{
    /// <summary>Who represents a party and what allows it are told once, with those who sign and with the deliberations.</summary>
    /// <param name="vecu">Whether signatures given are told.</param>
    public static IEnumerable<ElementDossier> De(DossierConvention d, bool vecu) =>
        [Cadre(d, vecu), .. Parties(d, vecu), .. d.Perimetre.Select(Commune), .. Texte(d), .. d.Equipements.Select(Equipement)];

    private static ElementDossier Cadre(DossierConvention d, bool vecu) => new(
        PartieComparee.Cadre, "cadre", "cadre", "cadre", null, "Le cadre de la convention",
        [
            Champ.Long("intitule", "Intitulé", d.Intitule),
            Champ.Court("territoire", "Territoire", d.Territoire),
            Champ.Court("caf", "Caisse", d.CafNom),
            Champ.Court("graphie", "Écriture des sigles", d.Graphie == GraphieSigles.Haut ? "CTG et CAF" : "Ctg et Caf").SansEngager(),
            Champ.OuiNon("copie-publiee", "Copie publiée", d.CopiePubliee).SansEngager(),
            Champ.Jour("debut", "Début de la période", d.Debut),
            Champ.Jour("fin", "Fin de la période", d.Fin),
            Champ.Jour("date-signature", "Date de signature", vecu ? d.DateSignature : null).SansEngager(),
            Champ.Court("lieu-signature", "Lieu de signature", d.LieuSignature).SansEngager(),
            Champ.Chiffre("exemplaires", "Exemplaires originaux", d.NombreExemplaires).SansEngager(),
            Champ.Chiffre("generation", "Génération", d.Generation).SansEngager(),
            Champ.Liste("champs", "Champs d’intervention", d.Champs),
            Champ.Liste("titulaires", "Collectivités qui portent la convention", [.. d.Titulaires.Select(t => $"{t.Nom} ({string.Join(", ", new[] { t.Type, t.Siren, t.Insee }.OfType<string>())})")]),
        ]);

    private static IEnumerable<ElementDossier> Parties(DossierConvention d, bool vecu) =>
    [
        .. d.Parties.Select(p => new ElementDossier(
            PartieComparee.Parties, "partie", p.Id, p.Nom, null, p.Nom,
            [
                Champ.Court("nom", "Nom", p.Nom),
                Champ.Court("nom-court", "Nom abrégé", p.NomCourt),
                Champ.Court("type", "Type", p.Type),
            ])),
        .. d.Signataires.Select(s => new ElementDossier(
            PartieComparee.Parties, "signataire", s.Id, $"{s.Partie} {s.Nom}", null, $"Signataire : {s.Nom}",
            [
                Champ.Court("nom", "Nom", s.Nom),
                Champ.Court("civilite", "Civilité", s.Civilite),
                Champ.Court("qualite", "Qualité", s.Qualite),
                Champ.Court("partie", "Pour", s.Partie),
                .. vecu
                    ? [Champ.Court("mode", "Mode de signature", s.Mode), Champ.Jour("signe-le", "Signé le", s.SigneLe), Champ.Court("empreinte", "Empreinte de ce qui est signé", s.Empreinte)]
                    : (Champ[])[],
            ],
            Vivant: true)),
        .. d.Deliberations.Select(x => new ElementDossier(
            PartieComparee.Parties, "deliberation", null, x.Organe, null, $"Délibération : {x.Organe}",
            [
                Champ.Court("organe", "Instance", x.Organe), Champ.Court("numero", "Numéro", x.Numero), Champ.Jour("date", "Date", x.Date), Champ.Long("objet", "Objet", x.Objet),
                Champ.Court("vote", "Vote", x.Vote), Champ.Jour("transmise-le", "Transmise le", x.TransmiseLe), Champ.Jour("recue-le", "Reçue le", x.RecueLe),
                Champ.Jour("publiee-le", "Publiée le", x.PublieeLe), Champ.Court("identifiant-actes", "Identifiant @CTES", x.IdentifiantActes),
            ],
            Vivant: true)),
    ];

    private static ElementDossier Commune(CommuneDossier c) => new(
        PartieComparee.Perimetre, "commune", c.Insee, c.Nom, null, $"{c.Nom} ({c.Insee})",
        [Champ.Court("nom", "Nom", c.Nom), Champ.Chiffre("population", "Population", c.Population, "habitants").SansEngager()]);

    private static IEnumerable<ElementDossier> Texte(DossierConvention d) =>
    [
        Bloc("visas", "Visas", Champ.Liste("corps", "Visas", d.Visas)),
        Bloc("preambule", "Préambule", Champ.Long("corps", "Texte", d.Preambule)),
        .. d.Articles.Select(a => new ElementDossier(
            PartieComparee.Texte, "article", null, a.Titre, $"{a.Numero}", $"Article {a.Numero} – {a.Titre}",
            [Champ.Long("titre", "Titre", a.Titre), Champ.Long("corps", "Texte", a.Corps), Champ.OuiNon("contractuel", "Engage les parties", a.Contractuel)],
            Vivant: !a.Contractuel)),
        Bloc("annexes", "Intitulés des annexes", Champ.Liste("corps", "Intitulés", d.Annexes).SansEngager()),
        Bloc("gouvernance", "Annexe 4 – Pilotage et suivi", Champ.Long("corps", "Texte", d.Gouvernance)),
        Bloc("evaluation", "Annexe 5 – Évaluation", Champ.Long("corps", "Texte", d.Evaluation)),
    ];

    private static ElementDossier Bloc(string cle, string sujet, Champ champ) => new(PartieComparee.Texte, cle, cle, sujet, null, sujet, [champ]);

    private static ElementDossier Equipement(EquipementDossier e) => new(
        PartieComparee.Equipements, "equipement", null, e.Nom, null, e.Nom,
        [
            Champ.Court("nom", "Nom", e.Nom), Champ.Court("type", "Type", e.Type), Champ.Court("gestionnaire", "Gestionnaire", e.Gestionnaire), Champ.Court("commune", "Commune", e.Commune),
            Champ.Liste("soutiens", "Soutenu par", e.Soutiens), Champ.Court("capacite", "Capacité", e.Capacite), Champ.Court("mode-soutien", "Mode de soutien", e.ModeSoutien),
            Champ.OuiNon("bonus", "Bonus territoire", e.BonusTerritoire), Champ.OuiNon("projet", "En projet", e.EstProjet),
            Champ.Court("ouverture", "Année d’ouverture", e.AnneeOuverture is { } annee ? $"{annee}" : null), Champ.Long("remarque", "Remarque", e.Remarque).SansEngager(),
        ]);
}
