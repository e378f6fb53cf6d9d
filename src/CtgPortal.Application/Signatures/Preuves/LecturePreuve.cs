using System.Text.Json.Nodes;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>Reads the proof of one circuit, for those who conduct the signature and for those who sign.</summary>
internal sealed class LecturePreuve(ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur, ILiensPortail liens, TimeProvider clock)
{
    private static readonly Role[] Conduisent = [Role.Conseiller, Role.Direction, Role.Coordination];

    /// <param name="Autres">The other versions whose proof the person may read.</param>
    internal sealed record Lue(EnTeteConvention EnTete, DossierDePreuve Dossier, bool PeutConduire, IReadOnlyList<int> Autres);

    /// <param name="version">Null for the last one.</param>
    /// <returns>Null when the convention is unknown or foreign, or when no such version was frozen.</returns>
    /// <exception cref="AccesRefuseException">Neither conducts the signature nor signs.</exception>
    public async Task<Lue?> LireAsync(ConventionId convention, int? version, CancellationToken cancellationToken)
    {
        if (await db.LireEnTeteAsync(droits, convention, cancellationToken) is not { } enTete)
        {
            return null;
        }

        var circuits = await db.Signatures.Where(s => s.ConventionId == convention).OrderByDescending(s => s.NumeroVersion).ToListAsync(cancellationToken);
        if ((version is null ? circuits.FirstOrDefault() : circuits.Find(s => s.NumeroVersion == version)) is not { } circuit)
        {
            return null;
        }

        var conduit = enTete.Roles.Overlaps(Conduisent);
        if (!conduit && !EstDesigne(circuit))
        {
            throw new AccesRefuseException("La preuve d’une signature se lit par ceux qui la conduisent et par ceux qui signent.");
        }

        var evenements = await db.Preuves.Where(e => e.SignatureId == circuit.Id).OrderBy(e => e.Numero).ToListAsync(cancellationToken);
        var horodatages = await db.HorodatagesPreuve.Where(h => h.Tetes.Any(t => t.SignatureId == circuit.Id)).OrderBy(h => h.Numero).ToListAsync(cancellationToken);
        var piece = await db.Pieces.Where(p => p.Id == circuit.TexteId).Select(p => new { p.Nom, p.Taille }).SingleAsync(cancellationToken);
        var dossier = new DossierDePreuve
        {
            ProduitLe = clock.GetUtcNow(),
            Document = Document(enTete, circuit, piece.Nom, piece.Taille),
            Signataires = [.. circuit.Lignes.Select(l => Signataire(l, conduit || EstMien(l.Courriel)))],
            Chaine = Chaine(circuit.Id, evenements, horodatages),
            Evenements = [.. evenements.Select(e => Evenement(e, circuit, conduit))],
            Horodatages = [.. horodatages.Select(h => Horodatage(h, circuit.Id))],
            CommentVerifier = MethodePreuve.Pas(liens),
        };
        return new(enTete, dossier, conduit, [.. circuits.Where(s => s.Id != circuit.Id && (conduit || EstDesigne(s))).Select(s => s.NumeroVersion)]);
    }

    private bool EstDesigne(Signature circuit) => circuit.Lignes.Any(l => EstMien(l.Courriel));

    private bool EstMien(string? courriel) => courriel is not null && string.Equals(courriel, utilisateur.Courriel, StringComparison.OrdinalIgnoreCase);

    private DocumentProuve Document(EnTeteConvention enTete, Signature circuit, string fichier, int taille) => new()
    {
        Reference = ReferenceDocument.Presenter(circuit.Reference),
        AdresseVerification = liens.Vers($"/verifier/{circuit.Reference}"),
        Intitule = ActeSigne.Intituler(circuit.AvenantNumero, enTete.Intitule),
        Convention = enTete.Id.Value.ToString(),
        Version = circuit.NumeroVersion,
        FigeLe = circuit.OuverteLe,
        Fichier = fichier,
        Taille = taille,
        Empreinte = circuit.Empreinte,
        Etat = circuit.Statut.ToString(),
        MotifAnnulation = circuit.MotifAnnulation,
    };

    private static SignataireProuve Signataire(LigneSignature ligne, bool avecAdresse) => new()
    {
        Ligne = ligne.Id.Value.ToString(),
        Role = ligne.Role switch
        {
            RoleLigne.Visa => "visa",
            RoleLigne.Observateur => "observateur",
            _ => "signataire",
        },
        Nom = ligne.NomComplet,
        Qualite = ligne.Qualite,
        Partie = ligne.Partie,
        Delegation = ligne.Delegation?.Mention,
        Courriel = avecAdresse ? ligne.Courriel : null,
        Mode = ligne.Mode switch
        {
            null => null,
            ModeSignature.Papier => "signée à la main, original numérisé",
            ModeSignature.Parapheur => "signée dans un parapheur, fichier signé repris",
            ModeSignature.Lien => "signature électronique simple (eIDAS), par un lien personnel",
            _ => "signature électronique simple (eIDAS), par un compte du portail",
        },
        Depart = ligne.MotifRemplacement is { } motif ? $"remplacé(e) : {motif}" : ligne.MotifRetrait is { } retrait ? $"retiré(e) : {retrait}" : null,
        SigneLe = ligne.SigneeLe,
        EnregistreeLe = ligne.EnregistreeLe,
    };

    private static ChaineProuvee Chaine(SignatureId circuit, List<EvenementPreuve> evenements, List<HorodatagePreuve> horodatages)
    {
        var attestees = horodatages.SelectMany(h => h.Tetes).Where(t => t.SignatureId == circuit).Select(t => new Tete(t.Numero, t.Empreinte)).ToList();
        var rupture = ChainePreuve.PremiereRupture(circuit, evenements, attestees);
        return new()
        {
            Circuit = circuit.Value.ToString(),
            Origine = EvenementPreuve.Origine,
            Nombre = evenements.Count,
            Tete = evenements.Count == 0 ? EvenementPreuve.Origine : evenements[^1].Empreinte,
            Intacte = rupture is null,
            PremierMaillonRompu = rupture?.Numero,
            Defaut = rupture?.Defaut switch
            {
                null => null,
                DefautChaine.AutreCircuit => "Ce maillon appartient à un autre circuit.",
                DefautChaine.NumeroInattendu => "Un maillon manque, est en double ou n’est pas à sa place.",
                DefautChaine.PrecedenteInattendue => "Ce maillon ne suit pas le précédent.",
                DefautChaine.ContenuModifie => "Ce maillon a changé depuis qu’il a été écrit.",
                DefautChaine.TeteAttesteeAbsente => "Un maillon qui avait été horodaté n’est plus dans la chaîne.",
                _ => throw new InvalidOperationException($"{rupture.Defaut} has no sentence."),
            },
        };
    }

    private EvenementProuve Evenement(EvenementPreuve e, Signature circuit, bool conduit)
    {

        // links written before lines had an id of their own bear the one of the designation
        var ligne = circuit.Lignes.FirstOrDefault(l => l.Id.Value == e.Ligne) ?? circuit.Lignes.FirstOrDefault(l => l.SignataireId?.Value == e.Ligne);
        var montre = conduit || (e.Par is { } par && par == utilisateur.Id) || EstMien(ligne?.Courriel);
        return new()
        {
            Phrase = PhrasesPreuve.De(e, FaitsDePreuve.Lire(e), ligne?.NomComplet),
            Numero = e.Numero,
            Le = e.Le,
            Type = e.Type,
            Acteur = e.ParNom,
            Agent = e.Agent,
            Maillon = e.Maillon(),
            Empreinte = e.Empreinte,
            AdresseIp = montre ? e.Ip : null,
            IpCle = montre ? Hexa(e.IpCle) : null,
            Reserve = montre && e.Reserve is not null ? JsonNode.Parse(e.Reserve)!.AsObject() : null,
            ReserveCle = montre ? Hexa(e.ReserveCle) : null,
        };
    }

    private static string? Hexa(byte[]? cle) => cle is null ? null : Convert.ToHexStringLower(cle);

    private static HorodatageProuve Horodatage(HorodatagePreuve h, SignatureId circuit)
    {
        var tete = h.Tetes.Single(t => t.SignatureId == circuit);
        return new()
        {
            Numero = h.Numero,
            Jour = h.Jour,
            Maillon = tete.Numero,
            Tete = tete.Empreinte,
            Contenu = h.Contenu(),
            Racine = h.Racine,
            Jeton = h.Jeton is null ? null : Convert.ToBase64String(h.Jeton),
            HorodateLe = h.HorodateLe,
            Autorite = h.Autorite,
        };
    }
}
