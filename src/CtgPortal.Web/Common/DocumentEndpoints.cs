using CtgPortal.Application.Archives;
using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Avenants;
using CtgPortal.Application.Common;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Echanges;
using CtgPortal.Application.Equipements;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Liens;
using CtgPortal.Application.Signatures.Parapheurs;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Textes;
using CtgPortal.Application.Textes.Avis;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Textes;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace CtgPortal.Web.Common;

/// <summary>Files served at stable addresses. Bytes of a frozen version never change, so they carry a strong entity tag.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this WebApplication app)
    {
        app.MapGet("/conventions/{id:guid}/convention.pdf", async (Guid id, int? version, IMediator mediator, HttpContext http) =>
            Servir(http, await mediator.Send(new ConsulterConventionPdf.Query(new ConventionId(id), version), http.RequestAborted), enLigne: true));
        app.MapGet("/conventions/{id:guid}/convention.docx", async (Guid id, int? version, IMediator mediator, HttpContext http) =>
            Servir(http, await mediator.Send(new ExporterConventionWord.Query(new ConventionId(id), version), http.RequestAborted), enLigne: false));
        app.MapGet("/conventions/{id:guid}/avenants/{avenant:guid}/avenant.pdf", async (Guid id, Guid avenant, IMediator mediator, HttpContext http) =>
            Servir(http, await mediator.Send(new ConsulterAvenantPdf.Query(new ConventionId(id), new AvenantId(avenant)), http.RequestAborted), enLigne: true));
        app.MapGet("/conventions/{id:guid}/avenants/{avenant:guid}/avenant.docx", async (Guid id, Guid avenant, IMediator mediator, HttpContext http) =>
            Servir(http, await mediator.Send(new ExporterAvenantWord.Query(new ConventionId(id), new AvenantId(avenant)), http.RequestAborted), enLigne: false));
        app.MapGet("/conventions/{id:guid}/export.json", async (Guid id, int? version, IMediator mediator, HttpContext http) =>
            Servir(http, await mediator.Send(new ExporterConvention.Query(new ConventionId(id), version), http.RequestAborted), enLigne: false));
        app.MapGet("/conventions/{id:guid}/pieces/{piece:guid}", async (Guid id, Guid piece, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ConsulterPiece.Query(new ConventionId(id), new PieceId(piece)), http.RequestAborted)
                    ?? throw new NotFoundException("No such file."),
                enLigne: false));
        app.MapGet("/conventions/{id:guid}/diagnostic/chiffres.csv", async (Guid id, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterChiffres.Query(new ConventionId(id)), http.RequestAborted) ?? throw new NotFoundException("No diagnostic."),
                enLigne: false));
        app.MapGet("/conventions/{id:guid}/ateliers/{atelier:guid}/atelier.ics", async (Guid id, Guid atelier, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterRendezVous.Query(new ConventionId(id), new AtelierId(atelier)), http.RequestAborted)
                    ?? throw new NotFoundException("No such workshop, or no day."),
                enLigne: false));
        app.MapGet("/conventions/{id:guid}/signature/ceremonie.ics", async (Guid id, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterCeremonie.Query(new ConventionId(id)), http.RequestAborted) ?? throw new NotFoundException("No ceremony is planned."),
                enLigne: false));
        app.MapGet("/conventions/{id:guid}/signature/feuille.pdf", async (Guid id, Guid? ligne, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterFeuilleSignature.Query(new ConventionId(id), ligne is { } une ? new LigneSignatureId(une) : null), http.RequestAborted)
                    ?? throw new NotFoundException("No signature is awaited."),
                enLigne: true));
        app.MapGet("/conventions/{id:guid}/ateliers/{atelier:guid}/emargement.pdf", async (Guid id, Guid atelier, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterEmargement.Query(new ConventionId(id), new AtelierId(atelier)), http.RequestAborted)
                    ?? throw new NotFoundException("No such workshop."),
                enLigne: true));
        foreach (var (extension, format) in new[] { ("pdf", FormatDocument.Pdf), ("docx", FormatDocument.Word) })
        {
            app.MapGet($"/conventions/{{id:guid}}/diagnostic/diagnostic.{extension}", async (Guid id, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterDiagnostic.Query(new ConventionId(id), format), http.RequestAborted)
                        ?? throw new NotFoundException("No diagnostic."),
                    enLigne: format == FormatDocument.Pdf));
            app.MapGet($"/conventions/{{id:guid}}/plan/fiches.{extension}", async (Guid id, string[]? colonnes, [AsParameters] FiltrePlan filtre, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterFiches.Query(new ConventionId(id), format, colonnes ?? [], filtre), http.RequestAborted)
                        ?? throw new NotFoundException("No plan, or no such fiche."),
                    enLigne: format == FormatDocument.Pdf));
            app.MapGet($"/conventions/{{id:guid}}/fiches/{{fiche:guid}}/fiche.{extension}", async (Guid id, Guid fiche, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterFiches.Query(new ConventionId(id), format, [], FiltrePlan.Aucun, new FicheActionId(fiche)), http.RequestAborted)
                        ?? throw new NotFoundException("No such fiche."),
                    enLigne: format == FormatDocument.Pdf));
            app.MapGet($"/conventions/{{id:guid}}/versions/ce-qui-a-change.{extension}", async (Guid id, int? de, int? a, PartieComparee? partie, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterComparaison.Query(new ConventionId(id), de, a, partie, format), http.RequestAborted)
                        ?? throw new NotFoundException("No such version."),
                    enLigne: format == FormatDocument.Pdf));
            app.MapGet($"/conventions/{{id:guid}}/petite-enfance/schema.{extension}", async (Guid id, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterPetiteEnfance.Query(new ConventionId(id), format), http.RequestAborted)
                        ?? throw new NotFoundException("No such convention."),
                    enLigne: format == FormatDocument.Pdf));
            app.MapGet($"/conventions/{{id:guid}}/ateliers/{{atelier:guid}}/compte-rendu.{extension}", async (Guid id, Guid atelier, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterCompteRendu.Query(new ConventionId(id), new AtelierId(atelier), format), http.RequestAborted)
                        ?? throw new NotFoundException("No such workshop."),
                    enLigne: format == FormatDocument.Pdf));
        }

        foreach (var (extension, format) in new[] { ("pdf", FormatDocument.Pdf), ("docx", FormatDocument.Word) })
        {
            app.MapGet($"/conventions/{{id:guid}}/texte-consolide.{extension}", async (Guid id, DateOnly? le, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterTexteConsolide.Query(new ConventionId(id), le, format), http.RequestAborted)
                        ?? throw new NotFoundException("Nothing was signed by that day."),
                    enLigne: format == FormatDocument.Pdf));
        }

        foreach (var (extension, format) in new[] { ("pdf", FormatCopie.Pdf), ("json", FormatCopie.Donnees) })
        {
            app.MapGet($"/conventions/{{id:guid}}/copie-publiee.{extension}", async (Guid id, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterCopiePubliee.Query(new ConventionId(id), format), http.RequestAborted)
                        ?? throw new NotFoundException("Nothing is signed."),
                    enLigne: format == FormatCopie.Pdf));
        }

        app.MapGet("/conventions/{id:guid}/signature/parapheur.zip", async (Guid id, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterPaquet.Query(new ConventionId(id)), http.RequestAborted) ?? throw new NotFoundException("No open circuit."),
                enLigne: false));

        foreach (var (extension, format) in new[] { ("json", FormatPreuve.Json), ("pdf", FormatPreuve.Pdf) })
        {
            app.MapGet($"/conventions/{{id:guid}}/signature/preuve.{extension}", async (Guid id, int? version, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterPreuve.Query(new ConventionId(id), version, format), http.RequestAborted)
                        ?? throw new NotFoundException("No such circuit."),
                    enLigne: format == FormatPreuve.Pdf));
        }

        foreach (var (extension, format) in new[] { ("json", FormatVersion.Donnees), ("pdf", FormatVersion.Pdf), ("docx", FormatVersion.Word) })
        {
            app.MapGet($"/conventions/{{id:guid}}/versions/{{numero:int}}.{extension}", async (Guid id, int numero, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterVersion.Query(new ConventionId(id), numero, format), http.RequestAborted)
                        ?? throw new NotFoundException("No such version."),
                    enLigne: format == FormatVersion.Pdf));
        }

        app.MapGet("/conventions/{id:guid}/diagnostic/validations/{numero:int}.json", async (Guid id, int numero, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterValidation.Query(new ConventionId(id), numero), http.RequestAborted)
                    ?? throw new NotFoundException("No such validation."),
                enLigne: false));
        app.MapGet("/conventions/{id:guid}/diagnostic/import/{import:guid}/rapport.csv", async (Guid id, Guid import, IMediator mediator, HttpContext http) =>
            Servir(http, await mediator.Send(new ExporterRapportImport.Query(new ConventionId(id), new ImportChiffresId(import)), http.RequestAborted), enLigne: false));
        app.MapGet("/conventions/{id:guid}/plan/tableau.csv", async (Guid id, string[]? colonnes, string? tri, [AsParameters] FiltrePlan filtre, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterTableauPlan.Query(new ConventionId(id), filtre, colonnes ?? [], tri), http.RequestAborted)
                    ?? throw new NotFoundException("No plan."),
                enLigne: false));
        foreach (var (fichier, format) in new[] { ("plan.xlsx", FormatPlan.Xlsx), ("plan.csv", FormatPlan.Csv), ("modele.xlsx", FormatPlan.Modele) })
        {
            app.MapGet($"/conventions/{{id:guid}}/plan/{fichier}", async (Guid id, string[]? colonnes, [AsParameters] FiltrePlan filtre, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterPlan.Query(new ConventionId(id), format, colonnes ?? [], filtre), http.RequestAborted)
                        ?? throw new NotFoundException("No plan."),
                    enLigne: false));
        }

        app.MapGet("/conventions/{id:guid}/plan/affiche.pdf", async (Guid id, FormatAffiche? format, [AsParameters] FiltrePlan filtre, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterAffichePlan.Query(new ConventionId(id), format ?? FormatAffiche.A4, filtre), http.RequestAborted)
                    ?? throw new NotFoundException("No plan."),
                enLigne: true));

        app.MapGet("/conventions/{id:guid}/fiches/{fiche:guid}/apercu.pdf", async (Guid id, Guid fiche, IMediator mediator, HttpContext http) =>
            Servir(http, await mediator.Send(new ExporterApercuFiche.Query(new ConventionId(id), new FicheActionId(fiche)), http.RequestAborted), enLigne: true));
        app.MapGet("/conventions/{id:guid}/texte/passages/{cle}/apercu.pdf", async (Guid id, string cle, IMediator mediator, HttpContext http) =>
            Servir(http, await mediator.Send(new ExporterApercuPassage.Query(new ConventionId(id), cle), http.RequestAborted), enLigne: true));

        app.MapGet("/avis/{avis:guid}/texte.pdf", async (Guid avis, string? jeton, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterTexteSoumis.Query(new AvisPartenaireId(avis), jeton), http.RequestAborted)
                    ?? throw new NotFoundException("This personal link opens nothing."),
                enLigne: true)).AllowAnonymous().RequireRateLimiting(Limites.Lien);
        app.MapGet("/signer/{jeton}/document.pdf", async (string jeton, IMediator mediator, HttpContext http) =>
            Servir(
                http,
                await mediator.Send(new ExporterTexteDuLien.Query(jeton), http.RequestAborted) ?? throw new NotFoundException("This personal link opens nothing."),
                enLigne: true)).AllowAnonymous().RequireRateLimiting(Limites.Signature);
        foreach (var (chemin, format) in new[]
        {
            ("equipements.xlsx", FormatTableur.Xlsx), ("equipements.csv", FormatTableur.Csv), ("modele-equipements.xlsx", FormatTableur.Modele),
        })
        {
            app.MapGet($"/conventions/{{id:guid}}/equipements/{chemin}", async (Guid id, IMediator mediator, HttpContext http) =>
                Servir(
                    http,
                    await mediator.Send(new ExporterEquipements.Query(new ConventionId(id), format), http.RequestAborted)
                        ?? throw new NotFoundException("No such convention."),
                    enLigne: false));
        }

        app.MapGet("/schemas/convention.schema.json", () => Results.Text(DossierJson.Schema, "application/schema+json")).AllowAnonymous();
    }

    private static IResult Servir(HttpContext http, Fichier fichier, bool enLigne)
    {
        // a shared computer or proxy must not keep what only some people may read
        http.Response.Headers.CacheControl = "private, no-cache";
        if (enLigne)
        {
            http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = fichier.Nom }.ToString();
        }

        return Results.File(
            fichier.Contenu, fichier.TypeMime, enLigne ? null : fichier.Nom, entityTag: new EntityTagHeaderValue($"\"{fichier.Empreinte}\""));
    }
}
