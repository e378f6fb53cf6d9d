using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>Lays out an avenant: the convention as it changes it, and what changes. A fixed number of SQL commands.</summary>
internal sealed class AssembleurAvenant(ICtgReadContext db, AssembleurDossier assembleur, TimeProvider clock)
{
    /// <param name="version">Number of the version being frozen; null for a draft.</param>
    /// <exception cref="NotFoundException">Unknown or foreign convention.</exception>
    public async Task<(DossierConvention Dossier, ChangementsDepuisSignature Changements)> AssemblerAsync(
        Avenant avenant, int? version, CancellationToken cancellationToken)
    {
        var convention = await db.Conventions.SingleOrDefaultAsync(c => c.Id == avenant.ConventionId, cancellationToken)
            ?? throw new NotFoundException("Convention unknown or foreign.");
        var (signe, actuel) = await ComparerAsync(convention.Id, cancellationToken);
        var changements = signe is null ? new([], []) : ChangementsDepuisSignature.Entre(signe, actuel);
        var anterieurs = await db.Avenants.Where(a => a.ConventionId == convention.Id && a.Statut == StatutAvenant.Signe).OrderBy(a => a.Numero)
            .ToListAsync(cancellationToken);
        var actes = await db.LireDeliberationsAsync(convention.Id, avenant.Id, cancellationToken);
        var ailleurs = await db.Originaux.Where(o => o.ConventionId == convention.Id).SingleOrDefaultAsync(cancellationToken);
        var contenu = avenant.Contenu;
        var entrantes = contenu.Parties;
        var aujourdhui = clock.GetUtcNow().JourEnFrance();
        return (actuel with
        {
            Etat = version is null ? EtatDocument.Projet : EtatDocument.Figee,
            VersionNumero = version,
            VersionDate = version is null ? null : aujourdhui,
            DateProduction = aujourdhui,
            DateSignature = null,
            Fin = contenu.NouvelleFin ?? actuel.Fin,
            Perimetre =
            [
                .. actuel.Perimetre.Concat(contenu.Communes.Select(c => new CommuneDossier { Insee = c.Code, Nom = c.Nom, Population = c.Population }))
                    .OrderBy(c => c.Nom, Alphabet.Francais),
            ],

            // what authorises the signature of the convention does not authorise this one
            Parties =
            [
                .. actuel.Parties.Select(p => Autorisee(p, Guid.TryParse(p.Id, out var id) ? actes.GetValueOrDefault(new(id)) : null)),
                .. entrantes.Select(p => Autorisee(new()
                {
                    Nom = Mots.NomEnToutesLettres(p.Nom),
                    NomCourt = p.NomCourt,
                    Type = p.Type.ToString(),
                    Representants =
                    [
                        .. p.Signataires.Select(s => new RepresentantDossier
                        {
                            Civilite = s.Civilite,
                            Nom = $"{s.Prenom} {s.Nom}",
                            Qualite = AssembleurDossier.QualiteEntiere(s.Qualite, s.Delegation),
                        }),
                    ],
                }, actes.GetValueOrDefault(p.Id))),
            ],
            Deliberations = [],
            Signataires =
            [
                .. AssembleurDossier.Designes(convention),
                .. entrantes.SelectMany(p => p.Signataires.Select(s => new SignataireDossier
                {
                    Partie = Mots.NomEnToutesLettres(p.Nom),
                    Civilite = s.Civilite,
                    Nom = $"{s.Prenom} {s.Nom}",
                    Qualite = AssembleurDossier.QualiteEntiere(s.Qualite, s.Delegation),
                })),
            ],
            Avenant = new()
            {
                Numero = avenant.Numero,
                Objet = contenu.Objet,
                Motifs = BlocTexte.DepuisTexte(contenu.Motifs),
                Articles = [.. contenu.Articles.Select((a, i) => new ArticleDossier { Numero = i + 1, Titre = a.Titre, Corps = BlocTexte.DepuisTexte(a.Corps) })],
                ConventionSigneeLe = convention.SigneeLe,
                AncienDebut = convention.Periode?.Debut,
                AncienneFin = convention.Periode?.Fin,
                Anterieurs =
                [
                    .. ailleurs?.Avenants.Select(a => new AvenantAnterieurDossier { Numero = a.Numero, SigneLe = a.SigneLe, Objet = a.Objet }) ?? [],
                    .. anterieurs.Select(a => new AvenantAnterieurDossier { Numero = a.Numero, SigneLe = a.SigneLe, Objet = a.Contenu.Objet }),
                ],
                Changements = [.. changements.Contractuels.Where(d => EstDit(d, contenu)).Select(Decrire)],
                PlanAnnexe = contenu.Fait(NatureAvenant.CompleterPlan) && signe is { Axes.Count: 0 } && actuel.Axes.Count > 0,
            },
        }, changements);
    }

    /// <summary>What was signed, null when it is not known, and the convention as it is now.</summary>
    public async Task<(DossierConvention? Signe, DossierConvention Actuel)> ComparerAsync(ConventionId convention, CancellationToken cancellationToken)
    {
        var etat = await db.LireEtatSigneAsync(convention, cancellationToken);
        return (
            etat is null ? null : await db.LireDossierAsync(etat, cancellationToken),
            await assembleur.AssemblerAsync(convention, version: null, cancellationToken));
    }

    private static PartieDossier Autorisee(PartieDossier partie, Deliberation? acte) =>
        partie with { DeliberationNumero = acte?.Reference.Numero, DeliberationDate = acte?.Reference.Date };

    private static bool EstDit(DifferenceDossier difference, ContenuAvenant contenu) => difference.Partie switch
    {
        PartieComparee.Plan => contenu.Fait(NatureAvenant.CompleterPlan),
        PartieComparee.Equipements => contenu.Fait(NatureAvenant.ModifierAnnexes),
        _ => false,
    };

    private static ChangementDossier Decrire(DifferenceDossier d) => new()
    {
        Nature = MotsVersions.De(d),
        Sujet = d.Sujet,
        Contexte = d.Deplacement is { } place ? MotsVersions.De(place) : d.Contexte,
        Lignes = [.. d.Champs.Where(c => !string.IsNullOrEmpty(c.Avant) || !string.IsNullOrEmpty(c.Apres)).Select(c => new LigneChangeeDossier { Libelle = c.Libelle, Avant = c.Avant, Apres = c.Apres })],
    };
}
