using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Domain.Tests.Documents;

public class PieceJointeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly ConventionId Convention = ConventionId.New();
    private static readonly AuteurPiece Lea = new(UtilisateurId.New(), "Léa Martin");
    private static readonly PorteurDePieces Entretien = new(PorteurPieces.De(EntretienId.New()), "Maire, Commune d’Aubenton", []);
    private static readonly PorteurDePieces Fiche = new(PorteurPieces.De(FicheActionId.New()), "Ouvrir un lieu", []);

    public static TheoryData<NaturePorteur> Natures => [.. Enum.GetValues<NaturePorteur>()];

    [Theory, MemberData(nameof(Natures))]
    public void Un_fichier_joint_garde_son_nom_son_auteur_et_ce_qui_le_porte(NaturePorteur nature)
    {
        var porteur = new PorteurDePieces(new(nature, Guid.CreateVersion7()), "Maire", []);

        var (jointe, piece) = Assert.Single(PieceJointe.Joindre(Convention, porteur, [Recu("notes.pdf", description: " Notes de l’entretien ")], default, Lea, Now));

        Assert.Equal(("notes.pdf", "Notes de l’entretien", Lea.Id, "Léa Martin", Now), (jointe.Nom, jointe.Description, jointe.Par, jointe.ParNom, jointe.Le));
        Assert.Equal(porteur.Cle, jointe.Porteur);
        Assert.Equal(1, new object?[] { jointe.EntretienId, jointe.DocumentExistantId, jointe.FicheActionId, jointe.DeliberationId }.Count(x => x is not null));
        Assert.Equal((jointe.Id, NaturePiece.PieceJointe, 3), (piece.PieceJointeId!.Value, piece.Nature, piece.Taille));
    }

    [Fact]
    public void Le_journal_dit_le_fichier_et_ce_qui_le_porte_avec_le_diagnostic_ou_avec_la_fiche()
    {
        var source = Jointe(Entretien);
        var fiche = Jointe(Fiche);
        Assert.Equal([new PieceJointeAuDiagnostic(Convention, "Maire, Commune d’Aubenton", "a.pdf", Now)], source.Events);
        Assert.Equal([new PieceJointeALaFiche(Convention, Fiche.Cle.Fiche!.Value, "Ouvrir un lieu", "a.pdf", Now)], fiche.Events);

        source.ClearEvents();
        source.Decrire("Relevé", Entretien, Now);
        source.Retirer(Entretien, Now);
        fiche.ClearEvents();
        fiche.Decrire("Relevé", Fiche, Now);
        fiche.Retirer(Fiche, Now);

        Assert.Equal([typeof(PieceDuDiagnosticDecrite), typeof(PieceRetireeDuDiagnostic)], source.Events.Select(e => e.GetType()));
        Assert.Equal([typeof(PieceDeFicheDecrite), typeof(PieceRetireeDeLaFiche)], fiche.Events.Select(e => e.GetType()));
        Assert.All(fiche.Events, e => Assert.Equal(Fiche.Cle.Fiche, Assert.IsType<IFaitDeFiche>(e, exactMatch: false).Fiche));
        Assert.Equal([new Changement("description-piece", null, "Relevé")], source.Events[0].Changements);
    }

    [Fact]
    public void Une_description_qui_ne_change_pas_ne_se_note_pas_et_une_description_vide_rend_le_nom()
    {
        var piece = Jointe(Entretien, "Relevé");
        piece.ClearEvents();

        piece.Decrire(" Relevé ", Entretien, Now);
        Assert.Empty(piece.Events);
        piece.Decrire("  ", Entretien, Now);

        Assert.Null(piece.Description);
        Assert.Equal("description-trop-long", Refus(() => piece.Decrire(new('x', PieceJointe.DescriptionLongueurMax + 1), Entretien, Now)));
    }

    [Fact]
    public void Rien_ne_s_ajoute_ne_se_decrit_ni_ne_se_retire_quand_ce_qui_le_porte_est_fige()
    {
        var fige = Entretien with { Obstacles = [new("diagnostic-valide", "Le diagnostic est validé.")] };
        var piece = Jointe(Entretien);

        Assert.Equal("diagnostic-valide", Refus(() => PieceJointe.Joindre(Convention, fige, [Recu("a.pdf")], default, Lea, Now)));
        Assert.Equal("diagnostic-valide", Refus(() => piece.Decrire("x", fige, Now)));
        Assert.Equal("diagnostic-valide", Refus(() => piece.Retirer(fige, Now)));
    }

    [Fact]
    public void Le_nombre_et_le_poids_en_tout_sont_bornes_et_les_deux_raisons_se_disent_ensemble()
    {
        Assert.Equal(PieceJointe.NombreMax, PieceJointe.Joindre(Convention, Entretien, [.. Enumerable.Repeat(Recu("a.pdf"), 20)], default, Lea, Now).Count);
        Assert.Equal(
            "pieces-trop-nombreuses", Refus(() => PieceJointe.Joindre(Convention, Entretien, [Recu("a.pdf"), Recu("b.pdf")], new(PieceJointe.NombreMax - 1, 0), Lea, Now)));
        PieceJointe.Joindre(Convention, Entretien, [Recu("a.pdf")], new(1, PieceJointe.TotalMax - 3), Lea, Now);
        Assert.Equal("pieces-trop-lourdes", Refus(() => PieceJointe.Joindre(Convention, Entretien, [Recu("a.pdf")], new(1, PieceJointe.TotalMax - 2), Lea, Now)));

        var refus = Assert.Throws<BusinessRuleException>(
            () => PieceJointe.Joindre(Convention, Fiche, [Recu("a.pdf")], new(PieceJointe.NombreMax, PieceJointe.TotalMax), Lea, Now));
        Assert.Equal(2, refus.Obstacles.Count);
        Assert.StartsWith("Une fiche porte au plus 20 pièces jointes", refus.Obstacles[0].Message, StringComparison.Ordinal);
    }

    private static FichierRecu Recu(string nom, string? description = null) => new(nom, "application/pdf", [1, 2, 3], description);

    private static PieceJointe Jointe(PorteurDePieces porteur, string? description = null) =>
        PieceJointe.Joindre(Convention, porteur, [Recu("a.pdf", description)], default, Lea, Now)[0].Jointe;

    private static string Refus(Action geste) => Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles).Code;
}
