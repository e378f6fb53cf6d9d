using CtgPortal.Application.Documents;
using CtgPortal.Application.Textes;

namespace CtgPortal.Application.Tests.Documents;

/// <summary>A document with one block of each kind.</summary>
internal static class ExempleDocument
{
    private const string Svg =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 40"><rect x="0" y="10" width="200" height="14" fill="#0f7078"/><text x="210" y="22" font-size="13">48,5 %</text></svg>""";

    public static readonly DocumentCompose AvecTout = new(
        "Diagnostic partagé", "Communauté de communes des Trois Rivières", "Caf de l’Aisne", new DateOnly(2026, 11, 22), "Diagnostic partagé",
        [
            new BlocTitre(1, "Petite enfance"),
            .. BlocParagraphe.Depuis("Un premier paragraphe, *penché* et **gras**.\n- une place\n- deux places\n3. [l’étude](https://www.caf.fr/etude?a=1&b=l'eau) complète\n4. le \\*reste"),
            new BlocParagraphe("Cnaf, 2024.", "Source :", Discret: true),
            new BlocTitre(2, "Taux de couverture"),
            new BlocGraphique(
                FormeGraphique.Barres, "Taux de couverture, 2024", "Le territoire est sous le département.",
                ["CC des Trois Rivières", "Aisne", "Hauts-de-France", "France"], [new("2024", [48.5m, 54m, null, 59.1m])], Svg),
            new BlocGraphique(
                FormeGraphique.Lignes, "Évolution", "En hausse de quatre points.",
                ["2020", "2022", "2024"], [new("CC des Trois Rivières", [44m, 46.2m, 48.5m]), new("Aisne", [52m, 53m, 54m])], Svg),
            new BlocTableau("Chiffres", ["Territoire", "Année", "Valeur"], [["Aisne", "2024", "54 %"], ["France", "2024", "59,1 %"]], [50, 20, 30]),
            new BlocTableau("Sources", ["Source"], [["Cnaf\u0001"]], [100]),
            new BlocRevision("Texte :", [new(EtatFragment.Commun, "La Caf "), new(EtatFragment.Supprime, "soutient\nquatre"), new(EtatFragment.Insere, "finance les"), new(EtatFragment.Commun, " services.")]),
        ]);
}
