using System.Globalization;
using System.IO.Compression;
using System.Text;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Common;
using CtgPortal.Infrastructure.Sceaux.Contours;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>
/// What is seen in a signed field: words drawn as outlines, so that the file needs no font, with the same words as text beside them for
/// those who do not see.
/// </summary>
internal sealed class ApparenceSignature(string polices)
{
    private const double Marge = 7;

    private static readonly (double R, double V, double B) Encre = (0.114, 0.165, 0.2);
    private static readonly (double R, double V, double B) Sourdine = (0.322, 0.380, 0.424);
    private static readonly (double R, double V, double B) Vert = (0.133, 0.349, 0.165);
    private static readonly (double R, double V, double B) VertPale = (0.937, 0.969, 0.941);
    private static readonly (double R, double V, double B) Sarcelle = (0.043, 0.310, 0.333);
    private static readonly (double R, double V, double B) SarcellePale = (0.933, 0.965, 0.965);
    private static readonly (double R, double V, double B) Terre = (0.706, 0.325, 0.165);

    private readonly Lazy<PoliceContours> _normale = new(() => PoliceContours.Lire(Path.Combine(polices, "Inter-Regular.otf")));
    private readonly Lazy<PoliceContours> _grasse = new(() => PoliceContours.Lire(Path.Combine(polices, "Inter-SemiBold.otf")));

    public FluxPdf DeSignature(SignatureAInscrire signature, double largeur, double hauteur) => Composer(largeur, hauteur, VertPale, Vert,
    [
        new($"Signé le {Mots.Jour(signature.SigneeLe)}{Heure(signature.Heure)}", 8, Grasse: true, Vert),
        new(signature.Nom, 7.2, Grasse: false, Encre),
        new(Mots.Majuscule(signature.Mode), 7.2, Grasse: false, Encre),
        new("Attesté par le portail, avec son certificat", 6.4, Grasse: false, Sourdine),
    ]);

    public FluxPdf DuSceau(DocumentASceller document, EtatDuSceau etat, double largeur, double hauteur) => Composer(largeur, hauteur, SarcellePale, Sarcelle,
    [
        new($"Scellé par « {etat.Certificat?.Sujet} »", 8.6, Grasse: true, Sarcelle),
        new($"Le {Mots.Jour(document.Le.JourEnFrance())}{Heure(document.Le.HeureEnFrance())}, heure de Paris. L’horodatage est dans le sceau.", 7.2, Grasse: false, Encre),
        new(Attestees(document.Signatures.Count) + $" Référence {document.Reference}.", 7.2, Grasse: false, Encre),
        etat.DeDeveloppement
            ? new("Certificat de développement, sans valeur", 7.2, Grasse: true, Terre)
            : new("Le sceau garantit que le fichier n’a pas changé depuis.", 7.2, Grasse: false, Sourdine),
    ]);

    private static string Attestees(int nombre) => nombre switch { 0 => "", 1 => "1 signature attestée.", _ => $"{nombre} signatures attestées." };

    private static string Heure(TimeOnly? heure) => heure is { } h ? $" à {Mots.Heure(h)}" : "";

    private FluxPdf Composer(double largeur, double hauteur, (double, double, double) fond, (double, double, double) filet, IReadOnlyList<LigneTracee> lignes)
    {
        var contenu = new StringBuilder();
        contenu.Append("/Span <</Lang (fr-FR) /ActualText <").Append(Hexa(string.Join(". ", lignes.Select(l => l.Texte)))).Append(">>> BDC\n");
        Rectangle(contenu, fond, 0, 0, largeur, hauteur);
        Rectangle(contenu, filet, 0, 0, 2.2, hauteur);
        var corps = lignes.Sum(l => l.Corps);
        var interligne = Math.Min(3.2, (hauteur - corps - 4) / Math.Max(1, lignes.Count - 1));
        var y = hauteur - ((hauteur - corps - (interligne * (lignes.Count - 1))) / 2);
        foreach (var ligne in lignes)
        {
            y -= ligne.Corps;
            Ligne(contenu, ligne, Marge, y + (ligne.Corps * 0.2), largeur - (2 * Marge));
            y -= interligne;
        }

        contenu.Append("EMC\n");
        return new(
            new DicoPdf(
                ("Type", new NomPdf("XObject")), ("Subtype", new NomPdf("Form")), ("BBox", new List<object?> { 0L, 0L, Arrondi(largeur), Arrondi(hauteur) }),
                ("Resources", new DicoPdf()), ("Filter", new NomPdf("FlateDecode"))),
            Comprimer(Encoding.ASCII.GetBytes(contenu.ToString())));
    }

    private void Ligne(StringBuilder contenu, LigneTracee ligne, double x, double y, double place)
    {
        var police = (ligne.Grasse ? _grasse : _normale).Value;
        var texte = ligne.Texte;
        double Longueur(string t, double corps) => police.Largeur(t) * corps / police.UnitesParCadratin;
        var taille = Math.Max(Math.Min(ligne.Corps, ligne.Corps * place / Math.Max(1, Longueur(texte, ligne.Corps))), 5.6);
        while (Longueur(texte, taille) > place && texte.Length > 2)
        {
            texte = texte[..^2].TrimEnd() + "…";
        }

        var (r, v, b) = ligne.Couleur;
        contenu.Append(CultureInfo.InvariantCulture, $"{r:0.###} {v:0.###} {b:0.###} rg\n");
        police.Tracer(texte, new TracePdf(contenu, x, y, taille / police.UnitesParCadratin));
        contenu.Append("f\n");
    }

    private static void Rectangle(StringBuilder contenu, (double R, double V, double B) couleur, double x, double y, double largeur, double hauteur) =>
        contenu.Append(CultureInfo.InvariantCulture, $"{couleur.R:0.###} {couleur.V:0.###} {couleur.B:0.###} rg {x:0.##} {y:0.##} {largeur:0.##} {hauteur:0.##} re f\n");

    private static decimal Arrondi(double valeur) => decimal.Round((decimal)valeur, 3);

    private static string Hexa(string texte) => "FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(texte));

    private static byte[] Comprimer(byte[] contenu)
    {
        using var sortie = new MemoryStream();
        using (var flux = new ZLibStream(sortie, CompressionLevel.Optimal))
        {
            flux.Write(contenu);
        }

        return sortie.ToArray();
    }

    private sealed record LigneTracee(string Texte, double Corps, bool Grasse, (double R, double V, double B) Couleur);

    private sealed class TracePdf(StringBuilder contenu, double x0, double y0, double echelle) : ITraceContours
    {
        public void Aller(double x, double y) => contenu.Append(CultureInfo.InvariantCulture, $"{X(x):0.##} {Y(y):0.##} m\n");

        public void Ligne(double x, double y) => contenu.Append(CultureInfo.InvariantCulture, $"{X(x):0.##} {Y(y):0.##} l\n");

        public void Courbe(double x1, double y1, double x2, double y2, double x, double y) =>
            contenu.Append(CultureInfo.InvariantCulture, $"{X(x1):0.##} {Y(y1):0.##} {X(x2):0.##} {Y(y2):0.##} {X(x):0.##} {Y(y):0.##} c\n");

        public void Fermer() => contenu.Append("h\n");

        private double X(double x) => x0 + (x * echelle);

        private double Y(double y) => y0 + (y * echelle);
    }
}
