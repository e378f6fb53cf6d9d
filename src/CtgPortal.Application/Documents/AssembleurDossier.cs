using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Equipements;
using CtgPortal.Application.Filiations;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Territoires;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Documents;

/// <summary>
/// Reads a whole convention and lays it out as the document prints it. A fixed number of SQL commands, whatever its size.
/// Confidential fiches are left out: the document is public (CRPA, L311-1).
/// </summary>
internal sealed class AssembleurDossier(ICtgReadContext db, IReferentiel referentiel, TimeProvider clock)
{
    /// <param name="version">Number of the version being frozen; null for a draft.</param>
    /// <exception cref="NotFoundException">Unknown or foreign convention.</exception>
    public async Task<DossierConvention> AssemblerAsync(ConventionId id, int? version, CancellationToken cancellationToken)
    {
        var convention = await db.Conventions.SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw new NotFoundException("Convention unknown or foreign.");
        var diagnostic = await db.Diagnostics.SingleAsync(d => d.ConventionId == id, cancellationToken);
        var ateliers = await db.Ateliers.Where(a => a.Conventions.Any(c => c.ConventionId == id)).ToListAsync(cancellationToken);
        var contributions = (await db.Contributions.AsNoTracking()
                .Where(c => c.Etat == EtatContribution.Visible
                    && db.Ateliers.Any(a => a.Id == c.AtelierId && a.Conventions.Any(x => x.ConventionId == id)))
                .ToListAsync(cancellationToken))
            .ToLookup(c => c.AtelierId);
        var plan = await db.Plans.SingleAsync(p => p.ConventionId == id, cancellationToken);
        var fiches = await db.FichesAction.Where(f => f.ConventionId == id && !f.Identite.Confidentielle).ToListAsync(cancellationToken);
        var deliberations = await db.LireDeliberationsAsync(id, cancellationToken);
        var suivis = version is null ? await db.Suivis.Where(s => s.ConventionId == id).ToListAsync(cancellationToken) : null;
        var signature = await db.Signatures.Where(s => s.ConventionId == id && s.Statut != StatutSignature.Annulee && s.AvenantId == null).SingleOrDefaultAsync(cancellationToken);
        var chiffres = await LectureChiffres.LireChiffresAsync(
            referentiel, diagnostic, convention.Titulaires, [.. convention.Perimetre.Select(c => c.Code)], cancellationToken);
        var cafNom = await referentiel.Cafs.Where(c => c.Code == convention.CafCode).Select(c => c.Nom).SingleAsync(cancellationToken);

        var aujourdhui = clock.GetUtcNow().JourEnFrance();
        var pieces = await db.LireLibellesDesPiecesAsync(id, cancellationToken);
        var liens = await db.LiensEntreAsync(fiches, cancellationToken);
        var axes = new PlanDossier(plan, fiches, suivis, convention.Perimetre, pieces, liens).Axes();
        var contexte = ContexteTexte.De(convention, cafNom, plan, fiches.Count, deliberations);
        var texte = await db.LireTexteAsync(convention, cancellationToken);

        // of a convention taken in, only what is known of its text: the signed one is elsewhere
        return texte.Ecrire(CadreDossier.De(convention, plan, cafNom, version, aujourdhui) with
        {
            Titulaires =
            [
                .. convention.Titulaires.Select(t => new TitulaireDossier
                {
                    Type = Mots.De(t.Type),
                    Nom = Mots.NomEnToutesLettres(t.Nom),
                    Siren = t.Code.Length == 9 ? t.Code : null,
                    Insee = t.Code.Length == 5 ? t.Code : null,
                }),
            ],
            Parties = [.. convention.Parties.Select(p => Partie(p, deliberations.GetValueOrDefault(p.Id)?.Reference))],
            Perimetre = [.. convention.Perimetre.OrderBy(c => c.Nom, Alphabet.Francais).Select(c => new CommuneDossier { Insee = c.Code, Nom = c.Nom, Population = c.Population })],
            Axes = axes,
            Diagnostic = await AvecSourcesAsync(Diagnostic(diagnostic, chiffres, convention.Champs), id, pieces, cancellationToken),
            Ateliers =
            [
                // by day; those of an unknown day follow, on their own first, then series by series
                .. ateliers.Where(a => a.Statut != StatutAtelier.Annule).OrderBy(a => a.Description.Date ?? DateOnly.MaxValue)
                    .ThenBy(a => a.Description.Serie ?? "", Alphabet.Francais).ThenBy(a => a.Description.Intitule, Alphabet.Francais)
                    .Select(a => Atelier(a, contributions[a.Id])),
            ],
            Fil = FilDossier.De(await db.LireFilAsync(id, [], cancellationToken), fiches.Select(f => f.Id)),
            AnciensCej = [.. convention.AnciensCej.Select(c => new AncienCejDossier { Intitule = c.Intitule, Collectivites = c.Collectivites, Fin = c.Fin })],
            Equipements = AnnexeEquipements.De(await db.LireEquipementsAsync(id, cancellationToken)),
            Deliberations =
            [
                .. convention.Parties.Where(p => deliberations.ContainsKey(p.Id)).Select(p => DeliberationDossier.De(p, deliberations[p.Id].Description)),
            ],
            Signataires = version is null && signature is not null ? Signataires(signature) : Designes(convention),
        }, contexte);
    }

    private static PartieDossier Partie(Partie partie, ReferenceActe? deliberation) => new()
    {
        Id = partie.Id.Value.ToString(),
        Nom = Mots.NomEnToutesLettres(partie.Nom),
        NomCourt = partie.NomCourt,
        Type = partie.Type.ToString(),
        Representants =
        [
            .. partie.Signataires.OrderBy(s => s.Rang).Select(s => new RepresentantDossier
            {
                Civilite = s.Identite.Civilite,
                Nom = $"{s.Identite.Prenom} {s.Identite.Nom}",
                Qualite = QualiteEntiere(s.Identite.Qualite, s.Identite.Delegation),
            }),
        ],
        DeliberationNumero = deliberation?.Numero,
        DeliberationDate = deliberation?.Date,
    };

    internal static string QualiteEntiere(string qualite, Delegation? delegation) =>
        delegation is null ? qualite : $"{qualite}, {delegation.Mention}";

    /// <summary>Those who are asked to sign, before they do.</summary>
    internal static IReadOnlyList<SignataireDossier> Designes(Convention convention) =>
    [
        .. convention.Parties.OrderBy(p => p.Rang).SelectMany(p => p.Signataires.OrderBy(s => s.Rang).Select(s => new SignataireDossier
        {
            Id = s.Id.Value.ToString(),
            Partie = Mots.NomEnToutesLettres(p.Nom),
            Civilite = s.Identite.Civilite,
            Nom = $"{s.Identite.Prenom} {s.Identite.Nom}",
            Qualite = QualiteEntiere(s.Identite.Qualite, s.Identite.Delegation),
        })),
    ];

    private static IReadOnlyList<SignataireDossier> Signataires(Signature signature) =>
    [
        .. signature.Lignes.Where(l => l.EstVivante && l.Role == RoleLigne.Signataire).Select(l => new SignataireDossier
        {
            Id = l.SignataireId?.Value.ToString(),
            Partie = Mots.NomEnToutesLettres(l.Partie),
            Nom = l.NomComplet,
            Qualite = QualiteEntiere(l.Qualite, l.Delegation),
            Mode = l.Mode switch { null => null, ModeSignature.Papier => "sur papier", ModeSignature.Parapheur => "dans un parapheur", _ => "signature électronique simple" },
            SigneLe = l.SigneeLe,
            Empreinte = l.EstSignee ? l.Report?.Empreinte ?? signature.Empreinte : null,
        }),
    ];

    private async Task<DiagnosticDossier?> AvecSourcesAsync(
        DiagnosticDossier? diagnostic, ConventionId id, ILookup<PorteurPieces, string> pieces, CancellationToken cancellationToken)
    {
        var enquetes = await db.Enquetes.Where(e => e.ConventionId == id).ToListAsync(cancellationToken);
        var entretiens = await db.Entretiens.Where(e => e.ConventionId == id).ToListAsync(cancellationToken);
        var documents = await db.DocumentsExistants.Where(d => d.ConventionId == id).ToListAsync(cancellationToken);
        return enquetes.Count + entretiens.Count + documents.Count == 0
            ? diagnostic
            : (diagnostic ?? new()) with
            {
                Enquetes = [.. enquetes.OrderBy(e => e.Id.Value).Select(SourcesDossier.De)],
                Entretiens = [.. entretiens.OrderBy(e => e.Description.Date).ThenBy(e => e.Description.Intitule, Alphabet.Francais).Select(e => SourcesDossier.De(e, pieces[PorteurPieces.De(e.Id)]))],
                Documents = [.. documents.OrderBy(d => d.Id.Value).Select(d => SourcesDossier.De(d, pieces[PorteurPieces.De(d.Id)]))],
            };
    }

    private static DiagnosticDossier? Diagnostic(Diagnostic diagnostic, IReadOnlyList<VueIndicateur> vues, IReadOnlyList<string> deLaConvention)
    {
        if (diagnostic is { Demarche: null, Sources.Count: 0, Indicateurs.Count: 0, Constats.Count: 0 })
        {
            return null;
        }

        var chiffres = vues.ToLookup(v => v.Champ, StringComparer.OrdinalIgnoreCase);
        var champs = OrdreDesChamps.Trier(vues.Select(v => v.Champ).Concat(diagnostic.Constats.Select(c => c.Champ)), deLaConvention);
        return new()
        {
            ValideLe = diagnostic.ValideLe?.JourEnFrance(),
            Methode = diagnostic.Demarche,
            Sources = diagnostic.Sources,
            Themes =
            [
                .. champs.Select(champ => new ThemeDossier
                {
                    Titre = champ,
                    Indicateurs = FiguresDossier.Chiffres(chiffres[champ]),
                    Figures = FiguresDossier.Dessiner(chiffres[champ]),
                    Constats =
                    [
                        .. diagnostic.Constats.Where(c => string.Equals(c.Champ, champ, StringComparison.OrdinalIgnoreCase)).OrderBy(c => c.Nature).ThenBy(c => c.Rang)
                            .Select(c => new ConstatDossier { Id = c.Id.Value.ToString(), Nature = Enum.Parse<NatureConstatDossier>(c.Nature.ToString()), Texte = c.Texte }),
                    ],
                }),
            ],
        };
    }

    private static AtelierDossier Atelier(Atelier atelier, IEnumerable<Contribution> contributions) => new()
    {
        Id = atelier.Id.Value.ToString(),
        Titre = atelier.Description.Intitule,
        Serie = atelier.Description.Serie,
        But = atelier.Description.But,
        Themes = atelier.Description.Themes,
        Date = atelier.Description.Date,
        DateTexte = atelier.Description.Quand,
        Lieu = atelier.Description.Lieu,
        Animateur = atelier.Description.Animateur,
        Participants = atelier.Description.Participants,
        Organisations = [.. atelier.Organisations.Select(o => o.ToString())],
        Contributions =
        [
            .. contributions.OrderBy(c => c.Nature).ThenBy(c => c.Rang).ThenBy(c => c.PosteeLe).ThenBy(c => c.Id.Value)
                .Select(c => new ContributionDossier { Id = c.Id.Value.ToString(), Nature = Mots.De(c.Nature), Texte = c.Texte }),
        ],
    };
}
