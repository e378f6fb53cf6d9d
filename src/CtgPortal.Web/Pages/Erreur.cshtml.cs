using System.Diagnostics;
using CtgPortal.Application.Common;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CtgPortal.Web.Pages;

/// <summary>Shown in place of a refused or failed page, with its status; unknown when asked for by its own address.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErreurModel(IOptions<TeleversementsOptions> limites) : PageModel
{
    public int Code { get; private set; }

    public Message Texte { get; private set; } = Message.Pour(StatusCodes.Status404NotFound, 0);

    /// <summary>The refusal's own sentence, when there is one.</summary>
    public string? Raison { get; private set; }

    /// <summary>Lets the log line be found; for failures only.</summary>
    public string? Reference { get; private set; }

    public string Adresse { get; private set; } = "/";

    public void OnGet()
    {
        var statut = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var panne = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        if (statut is null && panne is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Code = Response.StatusCode;
        Texte = Message.Pour(Code, limites.Value.TailleMaxMo);
        Raison = HttpContext.GetRefusal() ?? (panne?.Error as ServiceIndisponibleException)?.Message;
        Adresse = statut is not null ? statut.OriginalPath + statut.OriginalQueryString : panne?.Path ?? "/";
        if (Code >= StatusCodes.Status500InternalServerError)
        {
            // the activity of the request, wherever the failure left the current one
            var activite = HttpContext.Features.Get<IHttpActivityFeature>()?.Activity ?? Activity.Current;
            Reference = activite?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        }
    }

    /// <param name="Retour">The way out is the home page; otherwise trying again.</param>
    public sealed record Message(string Titre, string Explication, string QueFaire, bool Retour = true)
    {
        public static Message Pour(int code, int tailleMaxMo) => code switch
        {
            400 => new(
                "La demande n’a pas pu être lue",
                "Le formulaire est resté ouvert trop longtemps, ou ce qui a été envoyé est incomplet.",
                "Revenez à la page précédente, rechargez-la, puis recommencez. Rien n’a été enregistré."),
            401 => new(
                "Connexion nécessaire", "Cette page est réservée aux personnes connectées.", "Connectez-vous, puis revenez à cette adresse."),
            403 => new(
                "Vous n’avez pas accès à cette page",
                "Votre rôle ne permet pas cette action.",
                "Si vous devriez pouvoir la faire, demandez à la personne qui administre le portail de vérifier votre rôle."),
            404 => new(
                "Cette page n’existe pas",
                "L’adresse est inexacte, ou ce qu’elle désignait n’existe plus, ou ne vous est pas ouvert.",
                "Vérifiez l’adresse, ou partez de l’accueil."),
            405 => new(
                "Cette action ne se fait pas ici", "L’adresse demandée n’accepte pas cette action.", "Partez de l’accueil pour retrouver votre page."),
            409 => new(
                "L’action n’a pas pu être faite",
                "L’état du dossier ne permet pas cette action, ou une autre personne vient de le modifier.",
                "Revenez à la page précédente et rechargez-la pour voir l’état actuel. Rien n’a été enregistré."),
            413 => new(
                "Le fichier est trop lourd",
                $"Un envoi ne peut pas dépasser {tailleMaxMo} Mo.",
                "Réduisez le fichier (numérisation en 150 points par pouce, par exemple) ou envoyez-le en plusieurs parties. Rien n’a été enregistré."),
            429 => new(
                "Trop de demandes en peu de temps",
                "Par précaution, le portail fait patienter cette adresse.",
                "Attendez une minute, puis réessayez.",
                Retour: false),
            503 => new(
                "Le portail est momentanément indisponible",
                "Un service dont le portail a besoin ne répond pas.",
                "Ce que vous avez enregistré est conservé. Réessayez dans quelques instants : le portail reprend de lui-même.",
                Retour: false),
            >= 500 => new(
                "Une erreur est survenue",
                "Le portail n’a pas pu terminer cette action. L’erreur est notée dans son journal.",
                "Réessayez. Si l’erreur revient, transmettez la référence ci-dessous à l’assistance.",
                Retour: false),
            _ => new("La demande n’a pas abouti", "Le portail n’a pas pu répondre à cette demande.", "Partez de l’accueil pour retrouver votre page."),
        };
    }
}
