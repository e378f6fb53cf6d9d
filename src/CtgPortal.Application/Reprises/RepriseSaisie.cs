using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Reprises;
using CtgPortal.Domain.Territoires;
using FluentValidation;

namespace CtgPortal.Application.Reprises;

/// <summary>What is known of a convention signed elsewhere, as its two forms ask for it.</summary>
public interface IRepriseSaisie
{
    /// <summary>Null when a correction keeps the one that is there.</summary>
    FichierSaisi? Texte { get; }

    IReadOnlyList<SignataireSaisi> Signataires { get; }

    IReadOnlyList<AvenantSaisi> Avenants { get; }
}

/// <param name="NomPartie">May stay empty for the Caf, and for the only holder of that type.</param>
public sealed record SignataireSaisi(TypePartie Type, string? NomPartie, string Prenom, string Nom, string Qualite, DateOnly? SigneLe);

/// <param name="Fichier">Null when nobody has it, or when a correction keeps the one that is there.</param>
public sealed record AvenantSaisi(int? Numero, DateOnly? SigneLe, string Objet, FichierSaisi? Fichier);

internal sealed class RepriseSaisieValidator : AbstractValidator<IRepriseSaisie>
{
    public RepriseSaisieValidator()
    {
        RuleFor(c => c.Texte!).SetValidator(new PdfSigneValidator()).When(c => c.Texte is not null).OverridePropertyName(nameof(IRepriseSaisie.Texte));
        RuleFor(c => c.Signataires).NotEmpty().WithMessage("Dites qui a signé la convention : une personne au moins par partie.")
            .Must(s => s.Count <= OriginalSigne.SignatairesMax).WithMessage($"Le portail garde au plus {OriginalSigne.SignatairesMax} signataires.");
        RuleForEach(c => c.Signataires).SetValidator(new SignataireSaisiValidator());
        RuleFor(c => c.Avenants).Must(a => a.Count <= AncienAvenant.NombreMax).WithMessage($"Le portail garde au plus {AncienAvenant.NombreMax} anciens avenants.");
        RuleForEach(c => c.Avenants).SetValidator(new AvenantSaisiValidator());
    }
}

internal sealed class SignataireSaisiValidator : AbstractValidator<SignataireSaisi>
{
    public SignataireSaisiValidator()
    {
        RuleFor(s => s.Type).IsInEnum().WithMessage("Dites pour quelle partie cette personne a signé.");
        RuleFor(s => s.NomPartie).MaximumLength(Partie.NomLongueurMax).WithMessage("Le nom de la partie compte au plus {MaxLength} caractères.");
        RuleFor(s => s.Prenom).NotEmpty().WithMessage("Écrivez le prénom.").MaximumLength(IdentiteSignataire.NomLongueurMax).WithMessage("Le prénom compte au plus {MaxLength} caractères.");
        RuleFor(s => s.Nom).NotEmpty().WithMessage("Écrivez le nom.").MaximumLength(IdentiteSignataire.NomLongueurMax).WithMessage("Le nom compte au plus {MaxLength} caractères.");
        RuleFor(s => s.Qualite).NotEmpty().WithMessage("Écrivez la qualité : maire, présidente…")
            .MaximumLength(IdentiteSignataire.QualiteLongueurMax).WithMessage("La qualité compte au plus {MaxLength} caractères.");
        RuleFor(s => s.SigneLe).NotNull().WithMessage("Dites quel jour cette personne a signé.");
    }
}

internal sealed class AvenantSaisiValidator : AbstractValidator<AvenantSaisi>
{
    public AvenantSaisiValidator()
    {
        RuleFor(a => a.Numero).NotNull().WithMessage("Écrivez le numéro de l’avenant.").InclusiveBetween(1, 99).WithMessage("Un avenant porte un numéro de {From} à {To}.");
        RuleFor(a => a.SigneLe).NotNull().WithMessage("Dites quel jour l’avenant a été signé.");
        RuleFor(a => a.Objet).NotEmpty().WithMessage("Dites ce que l’avenant change.")
            .MaximumLength(ContenuAvenant.ObjetLongueurMax).WithMessage("L’objet compte au plus {MaxLength} caractères.");
        RuleFor(a => a.Fichier!).SetValidator(new PdfSigneValidator()).When(a => a.Fichier is not null).OverridePropertyName(nameof(AvenantSaisi.Fichier));
    }
}

internal sealed class PdfSigneValidator : AbstractValidator<FichierSaisi>
{
    public PdfSigneValidator() => RuleFor(f => f.Contenu).Cascade(CascadeMode.Stop)
        .Must(c => c.Length > 0).WithMessage(f => $"« {f.Nom} » est vide.")
        .Must(c => c.Length <= Piece.TailleMaxSignee).WithMessage(f => $"« {f.Nom} » dépasse {Piece.TailleMaxSignee / 1024 / 1024} Mo.")
        .OverridePropertyName("");
}

internal static class LectureReprise
{
    /// <summary>Reads a file before it is taken in, and keeps it as it is.</summary>
    /// <param name="nom">Without extension: what the file will be called here.</param>
    public static (FichierOriginal Fichier, Piece Piece) Recevoir(this IVerificationPdf verification, ConventionId convention, FichierSaisi saisi, string nom, DateTimeOffset now)
    {
        var examen = verification.Examiner(saisi.Contenu);
        var piece = Piece.Deposer(convention, NaturePiece.OriginalSigne, $"{nom}.pdf", "application/pdf", saisi.Contenu, now);
        return (FichierOriginal.Recevoir(examen.EnOriginal(), piece), piece);
    }

    /// <summary>For which party each one signed, by its type and the words typed.</summary>
    /// <exception cref="ValidationException">At the name of a party that the type alone does not tell.</exception>
    public static IReadOnlyList<SignataireOriginal> Situer(this IReadOnlyList<SignataireSaisi> signataires, string caf, IReadOnlyList<TerritoireRef> titulaires)
    {
        var places = signataires.Select((s, i) => (Saisi: s, Rang: i, Partie: PartieDe(s, caf, titulaires))).ToList();
        var inconnus = places.Where(p => p.Partie is null).ToList();
        return inconnus.Count == 0
            ? [.. places.Select(p => new SignataireOriginal(p.Saisi.Type, p.Partie!, p.Saisi.Prenom, p.Saisi.Nom, p.Saisi.Qualite, p.Saisi.SigneLe!.Value))]
            : throw new ValidationException(inconnus.Select(p => new FluentValidation.Results.ValidationFailure(
                $"{nameof(IRepriseSaisie.Signataires)}[{p.Rang}].{nameof(SignataireSaisi.NomPartie)}", "Écrivez le nom de la partie pour laquelle cette personne a signé.")));
    }

    private static string? PartieDe(SignataireSaisi saisi, string caf, IReadOnlyList<TerritoireRef> titulaires)
    {
        if (saisi.Type == TypePartie.Caf)
        {
            return caf;
        }

        var nom = saisi.NomPartie?.Trim() ?? "";
        var semblables = titulaires.Where(t => TypeDe(t) == saisi.Type && (nom.Length == 0 || EnTete.Normaliser(t.Nom) == EnTete.Normaliser(nom))).ToList();
        return semblables.Count == 1 ? semblables[0].Nom : nom.Length == 0 ? null : nom;
    }

    private static TypePartie TypeDe(TerritoireRef titulaire) => titulaire.Type switch
    {
        TypeTerritoire.Epci => TypePartie.Epci,
        TypeTerritoire.Commune => TypePartie.Commune,
        _ => TypePartie.Autre,
    };

    private static ExamenOriginal EnOriginal(this ExamenPdf examen)
    {
        var signatures = examen.Signatures.Where(s => !s.EstHorodatage).ToList();
        var premiere = signatures.Count == 0 ? long.MaxValue : signatures.Min(s => s.CouvreJusquA);
        return new(
            examen.EstPdf, examen.EstChiffre, examen.Defaut,
            [
                .. signatures.Where(s => s.Integrite == IntegriteSignature.Alteree).Select(s => s.Defaut ?? "une signature ne correspond plus au texte."),
                .. examen.Revisions.Where(r => r.Fin > premiere).SelectMany(r => r.Modifications).Distinct(),
            ],
            [
                .. signatures.Select(s => new SignatureLue(
                    s.NomDuCertificat ?? s.Nom, s.Emetteur, s.HorodateeLe ?? s.Le, s.HorodateeLe is not null,
                    s.Integrite == IntegriteSignature.NonVerifiable ? s.Defaut ?? "Elle ne peut pas être vérifiée."
                    : s.Chaine == ChaineSignature.Invalide ? "Les certificats de ce fichier se contredisent."
                    : s.CertificatValableALaSignature == false ? "Son certificat n’était pas valable ce jour-là." : null)),
            ]);
    }
}
