namespace CtgPortal.Infrastructure.Sceaux.Pdf;

/// <summary>A terminal field: what stands in it and what it takes from the fields above.</summary>
/// <param name="Reference">Null for a field written inside its parent, which no update can fill.</param>
/// <param name="Nom">Names of the fields above it, then its own, separated by points.</param>
internal sealed record ChampPdf(ReferencePdf? Reference, string Nom, string? Type, DicoPdf Dico, object? Valeur);

/// <summary>The form of a file (AcroForm), its fields walked once without recursion.</summary>
internal sealed class FormulairePdf
{
    private const int ChampsMax = 20_000;
    private const int ProfondeurMax = 30;

    private readonly FichierPdf _fichier;
    private readonly object? _reference;
    private readonly DicoPdf? _dico;

    public FormulairePdf(FichierPdf fichier)
    {
        _fichier = fichier;
        _reference = fichier.Catalogue["AcroForm"];
        _dico = fichier.Dico(_reference);
        Champs = _dico is null ? [] : [.. Parcourir(fichier.Tableau(_dico["Fields"]) ?? [])];
    }

    public IReadOnlyList<ChampPdf> Champs { get; }

    public ChampPdf? Trouver(string nom) => Champs.FirstOrDefault(c => c.Nom == nom);

    public void Ajouter(MiseAJourPdf maj, IReadOnlyList<ReferencePdf> champs, long drapeaux)
    {
        var dico = (_dico ?? new DicoPdf())
            .Avec("Fields", new List<object?>([.. _dico is null ? [] : _fichier.Tableau(_dico["Fields"]) ?? [], .. champs]))
            .Avec("SigFlags", drapeaux | (_dico?["SigFlags"] as long? ?? 0));
        if (_reference is ReferencePdf reference)
        {
            maj.Ecrire(reference, dico);
        }
        else
        {
            maj.Completer(_fichier.Fermeture["Root"], "AcroForm", maj.Ajouter(dico));
        }
    }

    private IEnumerable<ChampPdf> Parcourir(List<object?> racines)
    {
        HashSet<int> vus = [];
        var reste = new Stack<(object? Champ, string Prefixe, string? Type, object? Valeur, int Profondeur)>();
        Empiler(racines, "", null, null, 0);
        while (reste.TryPop(out var suivant))
        {
            var reference = suivant.Champ as ReferencePdf?;
            if ((reference is { } r && !vus.Add(r.Numero)) || vus.Count > ChampsMax || suivant.Profondeur > ProfondeurMax)
            {
                throw new PdfIllisibleException("Les champs du fichier sont trop nombreux, ou se renvoient l’un à l’autre.");
            }

            if (_fichier.Dico(suivant.Champ) is not { } dico)
            {
                continue;
            }

            var nom = _fichier.Resoudre(dico["T"]) is ChainePdf t ? suivant.Prefixe + (suivant.Prefixe.Length > 0 ? "." : "") + t.EnTexte() : suivant.Prefixe;
            var type = (_fichier.Resoudre(dico["FT"]) as NomPdf)?.Valeur ?? suivant.Type;
            var valeur = dico["V"] ?? suivant.Valeur;
            if (_fichier.Tableau(dico["Kids"]) is { Count: > 0 } enfants && enfants.Exists(e => _fichier.Dico(e)?.Contient("T") == true))
            {
                Empiler(enfants, nom, type, valeur, suivant.Profondeur + 1);
            }
            else
            {
                yield return new(reference, nom, type, dico, valeur);
            }
        }

        void Empiler(List<object?> champs, string prefixe, string? type, object? valeur, int profondeur)
        {
            if (champs.Count > ChampsMax)
            {
                throw new PdfIllisibleException("Les champs du fichier sont trop nombreux, ou se renvoient l’un à l’autre.");
            }

            foreach (var champ in Enumerable.Reverse(champs))
            {
                reste.Push((champ, prefixe, type, valeur, profondeur));
            }
        }
    }
}
