using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Tests.Sceaux;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Demonstration;

public sealed class SceauTests(DonneesDeDemonstration donnees, SceauxFixture sceaux) : IClassFixture<DonneesDeDemonstration>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chaque_version_figee_recoit_ses_signatures_et_son_sceau()
    {
        using var atelier = new AtelierSceaux();
        var circuits = await donnees.Services.LireAsync(db => db.Signatures.AsNoTracking().ToListAsync());
        Assert.NotEmpty(circuits);
        foreach (var circuit in circuits)
        {
            var fige = await donnees.Services.LireAsync(db => db.Pieces.Where(p => p.Id == circuit.TexteId).Select(p => p.Contenu).SingleAsync());
            var document = new DocumentASceller(
                fige,
                [
                    .. circuit.Lignes.Where(l => l.Role == RoleLigne.Signataire && l.EstVivante).Select((l, i) => new SignatureAInscrire(
                        NomsDeChamps.DuSignataire(l.SignataireId!.Value.Value.ToString(), i + 1), l.NomComplet, l.Qualite, new DateOnly(2026, 3, 12), null, "signée à la main", "Le portail en atteste.")),
                ],
                SceauxFixture.Le, SceauxFixture.Reference);

            var scelle = await sceaux.Scelleur.ScellerAsync(document, Cancellation);

            var examen = sceaux.Verification.Examiner(scelle.Contenu);
            Assert.True(examen.EstIntact && DebutDeFichier.CommencePar(scelle.Contenu, fige.Length, circuit.Empreinte));
            var verdicts = await PdfSig.VerifierAsync(atelier, atelier.Ecrire(scelle.Contenu), SceauxFixture.Autorite, Cancellation);
            Assert.Equal(document.Signatures.Count + 1, verdicts.Count);
            Assert.All(verdicts, v => Assert.True(v.EstValide && v.EstDeConfiance, v.Texte));
            Assert.Equal(0, (await OutilExterne.Qpdf.LancerAsync(["--check", atelier.Ecrire(scelle.Contenu)], Cancellation)).Code);
        }
    }
}
