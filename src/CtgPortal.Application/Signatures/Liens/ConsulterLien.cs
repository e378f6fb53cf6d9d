using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using MediatR;

namespace CtgPortal.Application.Signatures.Liens;

/// <summary>What a personal link shows. Reading uses nothing up, mail scanners open links: it is noted in the proof and changes nothing else.</summary>
public static class ConsulterLien
{
    /// <param name="Ouvre">The person opens it now, rather than answers a form of it.</param>
    [Public]
    public sealed record Query(string Jeton, bool Ouvre = true) : IRequest<Dossier?>;

    /// <param name="Avenant">Number of the avenant that is signed; null for the convention itself.</param>
    /// <param name="Adresse">Where codes and links go, shown in part.</param>
    /// <param name="PeutRedemander">A new link would serve, and goes to that address only.</param>
    public sealed record Dossier(
        ConventionId Convention, SignatureId Circuit, int? Avenant, string Intitule, IReadOnlyList<string> Titulaires, EtatLien Etat, LigneLue Ligne, int Version,
        string Empreinte, string Reference, DateTimeOffset FigeLe, DateOnly? ExpireLe, string? Motif, string Adresse, CodeDemande? Code, VersionSuivante? Suite,
        bool PeutRedemander, bool TousOntSigne);

    /// <param name="Attendu">It can still be given.</param>
    /// <param name="Epuise">Too many wrong ones.</param>
    /// <param name="ProchainLe">When another one may be asked for.</param>
    public sealed record CodeDemande(DateTimeOffset DemandeLe, bool Attendu, bool Epuise, DateTimeOffset ProchainLe);

    /// <summary>The text that took the place of the one of this link, for somebody who is asked to sign it.</summary>
    public sealed record VersionSuivante(int Numero, EtatLigne Etat, IReadOnlyList<DifferenceDossier> Differences);

    internal sealed class Handler(ICtgReadContext db, IPorteur porteur, IPreuves preuves, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        /// <summary>A scanner and its person, or a page opened again: once.</summary>
        private static readonly TimeSpan Meme = TimeSpan.FromMinutes(5);

        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireLienAsync(query.Jeton, cancellationToken) is not { } lu)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var (circuit, ligne, etat) = (lu.Circuit, lu.Ligne, lu.Lien.Etat(lu.Circuit, now));
            porteur.Reconnaitre($"{ligne.NomComplet} (lien personnel)");
            if (query.Ouvre)
            {
                await preuves.NoterUneFoisAsync(new LienOuvert(circuit.Id, ligne.Id.Value, now), Meme, cancellationToken);
            }

            var suite = etat == EtatLien.AutreVersion ? await SuiteAsync(lu, cancellationToken) : null;
            return new(
                circuit.ConventionId, circuit.Id, circuit.AvenantNumero, lu.Intitule, lu.Titulaires, etat, LigneLue.De(circuit, ligne, now), circuit.NumeroVersion, circuit.Empreinte,
                ReferenceDocument.Presenter(circuit.Reference), circuit.OuverteLe, circuit.ExpireLe, Motif(circuit, ligne, etat), Masquer(ligne.Courriel ?? ""),
                lu.Codes.MaxBy(c => c.DemandeLe) is { } code ? new(code.DemandeLe, code.EstAttendu(now), code.EstEpuise, CodeSignature.ProchainLe(lu.Codes, now)) : null,
                suite,
                etat is EtatLien.Perime or EtatLien.Refuse || suite?.Etat is EtatLigne.Appelee or EtatLigne.Refusee,
                circuit.EstComplete);
        }

        private async Task<VersionSuivante?> SuiteAsync(LienPersonnel lu, CancellationToken cancellationToken)
        {
            // somebody who is not asked any more learns nothing of the new text
            if (lu is not { Suivant: { } suivant, LigneSuivante: { } ligne })
            {
                return null;
            }

            var avant = DossierJson.Lire(await db.LireDonneesFigeesAsync(lu.Circuit.DonneesId, cancellationToken));
            var apres = DossierJson.Lire(await db.LireDonneesFigeesAsync(suivant.DonneesId, cancellationToken));
            return new(suivant.NumeroVersion, ligne.Etat, ComparerDossiers.Entre(avant, apres).Differences);
        }

        private static string? Motif(Signature circuit, LigneSignature ligne, EtatLien etat) => etat switch
        {
            EtatLien.AutreVersion => circuit.MotifAnnulation,
            EtatLien.Remplace => ligne.MotifRemplacement,
            EtatLien.Retire => ligne.MotifRetrait,
            EtatLien.Refuse => ligne.MotifRefus,
            _ => null,
        };

        /// <summary>« c•••@exemple.fr »: enough for its owner, too little for somebody else.</summary>
        private static string Masquer(string courriel) => courriel.Split('@') is [{ Length: > 0 } nom, var domaine] ? $"{nom[..1]}•••@{domaine}" : "";
    }
}
