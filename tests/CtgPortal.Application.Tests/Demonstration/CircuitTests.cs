using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Demonstration;

/// <summary>The circuit under way shows every state that people meet.</summary>
public sealed class CircuitTests(DonneesDeDemonstration donnees) : IClassFixture<DonneesDeDemonstration>
{
    [Fact]
    public async Task Un_circuit_en_cours_montre_chaque_etat()
    {
        var circuit = await donnees.Services.LireAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.ConventionId == donnees.Exemple.Id));

        Assert.Equal((StatutSignature.Ouverte, true), (circuit.Statut, circuit.EstArretee));
        Assert.Equal(
            [
                (RoleLigne.Visa, EtatLigne.Signee, ModeSignature.Lien), (RoleLigne.Signataire, EtatLigne.Appelee, null), (RoleLigne.Signataire, EtatLigne.Signee, ModeSignature.Compte),
                (RoleLigne.Signataire, EtatLigne.Refusee, null), (RoleLigne.Signataire, EtatLigne.Remplacee, null), (RoleLigne.Signataire, EtatLigne.Signee, ModeSignature.Lien),
                (RoleLigne.Signataire, EtatLigne.Appelee, null), (RoleLigne.Signataire, EtatLigne.AControler, null), (RoleLigne.Observateur, EtatLigne.Informee, (ModeSignature?)null),
            ],
            circuit.Lignes.Select(l => (l.Role, l.Etat, l.EstSignee ? l.Mode : null)));
        Assert.True(circuit.Ceremonie!.Jour > DateOnly.FromDateTime(circuit.OuverteLe.UtcDateTime));
        Assert.NotEmpty(circuit.Reserves);
        Assert.All(donnees.Exemple.Parties.SelectMany(p => p.Signataires), s => Assert.True(s.Identite.Nom is "Exemple" or "Direction"));
    }
}
