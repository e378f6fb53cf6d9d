using CtgPortal.Application.Acces;
using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Textes.Avis;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Textes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes;

/// <summary>The text in reading form, what is to be corrected in it, and what partners think of it.</summary>
public static class ConsulterTexte
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Revision">Of the order of the articles; 0 before the writing.</param>
    /// <param name="EstCommence">False: what is shown is the model that would be copied.</param>
    /// <param name="VersionFigee">The text is the one of this frozen version; null while it may change.</param>
    /// <param name="MonAvis">The opinion that the person who reads is asked for, and has not given.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        int Revision,
        bool EstCommence,
        int? VersionFigee,
        IReadOnlyList<PassageVu> Passages,
        IReadOnlyList<string> Annexes,
        GraphieSigles Graphie,
        Provenance? Modele,
        IReadOnlyList<Obstacle> Controles,
        IReadOnlyList<AvisVu> Avis,
        AvisPartenaireId? MonAvis)
    {
        public required Discussions Discussions { get; init; }

        public bool Modifiable => EstCommence && CycleDeVie.TexteModifiable(EnTete.Statut);
    }

    /// <param name="Numero">Of an article; null for the other parts.</param>
    /// <param name="Titre">With its fields filled.</param>
    public sealed record PassageVu(
        string Cle, NaturePassage Nature, int? Numero, string Titre, IReadOnlyList<LigneRemplie> Lignes, bool Contractuel, EtatPassage? Etat);

    /// <summary>Which model the text comes from.</summary>
    /// <param name="EstDepassee">A newer version was published since.</param>
    public sealed record Provenance(bool EstNational, int Version, bool EstDepassee);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur, LectureCommentaires commentaires, TimeProvider clock)
            : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var contexte = await db.LireContexteAsync(convention, cancellationToken);
            var texte = await db.LireTexteAsync(convention, cancellationToken);
            var derniere = await db.LireVersionApplicableAsync(convention.CafCode, cancellationToken);
            var figee = await db.LirePieceFigeeAsync(query.Convention, null, NaturePiece.DonneesFigees, cancellationToken) is { } piece
                ? DossierJson.Lire(piece.Contenu)
                : null;
            var avis = await db.LireAvisAsync(query.Convention, enTete.Permet<DemanderAvis.Command>(), clock.GetUtcNow().JourEnFrance(), cancellationToken);
            var modifiable = CycleDeVie.TexteModifiable(convention.Statut);
            return new(
                enTete,
                texte.Texte?.Revision ?? 0,
                texte.Texte is not null,
                figee?.VersionNumero,
                figee is null ? Passages(texte, contexte.Valeurs(texte.Graphie)) : PassagesFiges.De(figee),
                figee is { Annexes.Count: > 0 } ? figee.Annexes : texte.Annexes,
                texte.Graphie,
                await ProvenanceAsync(texte.Texte, modifiable ? derniere : null, cancellationToken),
                modifiable && !convention.SigneeHorsPortail
                    ? [
                        .. LectureTextes.Controler(texte, contexte, derniere),
                        .. convention.SansDeliberation(await db.LireDeliberationsAsync(query.Convention, cancellationToken)).Select(Obstacles.DeliberationManquante),
                    ]
                    : [],
                avis.Lus,
                modifiable ? avis.Attendus.Where(a => a.Courriel == utilisateur.Courriel).Select(a => (AvisPartenaireId?)a.Id).FirstOrDefault() : null)
            {
                Discussions = await commentaires.LireAsync(enTete, c => c.FicheActionId == null, null, cancellationToken),
            };
        }

        private async Task<Provenance?> ProvenanceAsync(TexteConvention? texte, (ModeleTexteId, int)? derniere, CancellationToken cancellationToken) =>
            texte is { ModeleId: { } modele, ModeleVersion: { } version }
                ? new(
                    await db.ModelesTexte.Where(m => m.Id == modele).Select(m => m.CafCode == null).SingleAsync(cancellationToken),
                    version,
                    LectureTextes.EstDepasse(texte, derniere))
                : null;

        private static IReadOnlyList<PassageVu> Passages(TexteLu texte, ValeursTexte valeurs)
        {
            var numero = 0;
            return
            [
                .. texte.Passages.Select(p => new PassageVu(
                    p.Contenu.Cle,
                    p.Contenu.Nature,
                    p.Contenu.Nature == NaturePassage.Article ? ++numero : null,
                    TexteAChamps.Remplir(p.Contenu.Titre, valeurs).EnTexte(),
                    TexteAChamps.Remplir(p.Contenu.Corps, valeurs).Lignes,
                    p.Contenu.Contractuel,
                    p.Etat)),
            ];
        }
    }
}

/// <summary>The parts of a frozen text, as its data hold them.</summary>
internal static class PassagesFiges
{
    public static IReadOnlyList<ConsulterTexte.PassageVu> De(DossierConvention dossier) =>
    [
        Fixe(PassagesFixes.Visas, NaturePassage.Visas, [.. dossier.Visas.Select(BlocTexte.Paragraphe)]),
        Fixe(PassagesFixes.Preambule, NaturePassage.Preambule, dossier.Preambule),
        .. dossier.Articles.Select(a => new ConsulterTexte.PassageVu(
            $"article-{a.Numero}", NaturePassage.Article, a.Numero, a.Titre, Lignes(a.Corps), a.Contractuel, null)),
        Fixe(PassagesFixes.Gouvernance, NaturePassage.Gouvernance, dossier.Gouvernance),
        Fixe(PassagesFixes.Evaluation, NaturePassage.Evaluation, dossier.Evaluation),
    ];

    private static ConsulterTexte.PassageVu Fixe(string cle, NaturePassage nature, IReadOnlyList<BlocTexte> blocs) =>
        new(cle, nature, null, PassagesFixes.NomDe(nature), Lignes(blocs), true, null);

    private static IReadOnlyList<LigneRemplie> Lignes(IReadOnlyList<BlocTexte> blocs) =>
        [.. BlocTexte.EnLignes(blocs).Select(l => new LigneRemplie([new(l)]))];
}
