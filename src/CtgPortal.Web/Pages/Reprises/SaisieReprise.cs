using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Reprises;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Reprises;
using CtgPortal.Web.Common;
using CtgPortal.Web.Pages.Conventions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Reprises;

/// <summary>A convention signed elsewhere as its two forms ask for it: lines left empty at the end are no lines.</summary>
public sealed class SaisieReprise : SaisieTerritoires
{
    /// <summary>The signed text, and each former avenant.</summary>
    public const long OctetsMax = 3L * Piece.TailleMaxSignee;

    private const int Ajoutees = 3;

    public int Revision { get; set; }

    [Display(Name = "PDF de la convention signée")]
    public IFormFile? Texte { get; set; }

    [Display(Name = "Signataires")]
    public List<SignataireInput> Signataires { get; set; } = [];

    [Display(Name = "Anciens avenants")]
    public List<AvenantInput> Avenants { get; set; } = [];

    internal void Completer()
    {
        if (Signataires.Count == 0)
        {
            Signataires = [new() { Type = TypePartie.Caf }, new() { Type = TypePartie.Epci }];
        }

        if (Avenants.Count == 0)
        {
            Avenants.Add(new());
        }
    }

    internal void AjouterSignataires() => Signataires.AddRange(
        Enumerable.Range(0, Math.Clamp(OriginalSigne.SignatairesMax - Signataires.Count, 0, Ajoutees)).Select(_ => new SignataireInput { Type = TypePartie.Epci }));

    internal void AjouterAvenant() => Avenants.AddRange(Enumerable.Range(0, Math.Clamp(AncienAvenant.NombreMax - Avenants.Count, 0, 1)).Select(_ => new AvenantInput()));

    internal IReadOnlyList<SignataireSaisi> QuiASigne() =>
        [.. Remplies(Signataires, s => s.EstVide).Select(s => new SignataireSaisi(s.Type, s.NomPartie, s.Prenom, s.Nom, s.Qualite, s.SigneLe))];

    internal async Task<IReadOnlyList<AvenantSaisi>> AnciensAsync(CancellationToken cancellationToken)
    {
        List<AvenantSaisi> avenants = [];
        foreach (var a in Remplies(Avenants, a => a.EstVide))
        {
            avenants.Add(new(a.Numero, a.SigneLe, a.Objet, await LireAsync(a.Fichier, cancellationToken)));
        }

        return avenants;
    }

    internal Task<FichierSaisi?> LireTexteAsync(CancellationToken cancellationToken) => LireAsync(Texte, cancellationToken);

    internal void Remplir(ConsulterReprise.Dossier dossier)
    {
        Remplir(dossier.Cadre);
        Revision = dossier.EnTete.Revision;
        Signataires = dossier.Original is { } original
            ? [.. original.Signataires.Select(s => new SignataireInput { Type = s.Type, NomPartie = s.Partie, Prenom = s.Prenom, Nom = s.Nom, Qualite = s.Qualite, SigneLe = s.SigneLe })]
            : [.. dossier.Designes.Select(s => new SignataireInput { Type = s.Type, NomPartie = s.Partie, Prenom = s.Prenom, Nom = s.Nom, Qualite = s.Qualite })];
        Avenants = [.. dossier.Original?.Avenants.Select(a => new AvenantInput { Numero = a.Numero, SigneLe = a.SigneLe, Objet = a.Objet, Garde = a.Fichier?.Nom }) ?? []];
    }

    private static async Task<FichierSaisi?> LireAsync(IFormFile? fichier, CancellationToken cancellationToken) =>
        fichier is null ? null : new(fichier.FileName, await fichier.LireAsync(cancellationToken));

    private static IEnumerable<T> Remplies<T>(List<T> lignes, Predicate<T> vide) => lignes.Take(lignes.FindLastIndex(l => !vide(l)) + 1);

    public sealed class SignataireInput
    {
        [Display(Name = "A signé pour")]
        public TypePartie Type { get; set; }

        [Display(Name = "Nom de cette partie")]
        public string NomPartie { get; set; } = "";

        [Display(Name = "Prénom")]
        public string Prenom { get; set; } = "";

        [Display(Name = "Nom")]
        public string Nom { get; set; } = "";

        [Display(Name = "Qualité")]
        public string Qualite { get; set; } = "";

        [Display(Name = "A signé le")]
        public DateOnly? SigneLe { get; set; }

        public bool EstVide => string.Concat(NomPartie, Prenom, Nom, Qualite).Trim().Length == 0 && SigneLe is null;

        // what a conflict shows
        public override string ToString() => EstVide ? "" : $"{Prenom} {Nom}, {Qualite}, pour {(NomPartie.Length > 0 ? NomPartie : Libelles.De(Type))}{(SigneLe is { } jour ? $", {Format.Date(jour)}" : "")}";
    }

    public sealed class AvenantInput
    {
        [Display(Name = "Numéro")]
        public int? Numero { get; set; }

        [Display(Name = "Signé le")]
        public DateOnly? SigneLe { get; set; }

        [Display(Name = "Ce qu’il change")]
        public string Objet { get; set; } = "";

        [Display(Name = "PDF de l’avenant signé")]
        public IFormFile? Fichier { get; set; }

        /// <summary>Name of the file that is there already.</summary>
        public string? Garde { get; set; }

        public bool EstVide => Numero is null && SigneLe is null && Fichier is null && Objet.Trim().Length == 0;

        // what a conflict shows
        public override string ToString() => EstVide ? "" : $"n° {Numero}, {Objet}{(SigneLe is { } jour ? $", {Format.Date(jour)}" : "")}";
    }
}

/// <summary>What <c>_Original</c> shows.</summary>
public interface IPageReprise
{
    SaisieReprise Input { get; }

    /// <summary>Name of the signed file that is there already; null when it has to come.</summary>
    string? Garde { get; }
}

internal static class ChoixReprise
{
    public static IReadOnlyList<SelectListItem> Parties { get; } = [.. Choix.De<TypePartie>(Libelles.De)];
}
