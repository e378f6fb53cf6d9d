using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(ManqueActe manque) => manque switch
    {
        ManqueActe.Deliberation => "Délibération",
        ManqueActe.Fichier => "Fichier de l’acte",
        ManqueActe.Vote => "Vote",
        ManqueActe.Transmission => "Transmission à la préfecture",
        ManqueActe.Reception => "Date de réception",
        ManqueActe.Publication => "Date de publication",
        ManqueActe.Identifiant => "Identifiant @CTES",
        ManqueActe.CopieTamponnee => "Copie tamponnée",
        _ => throw new ArgumentOutOfRangeException(nameof(manque), manque, null),
    };

    public static string De(UsagePiece usage) => usage switch
    {
        UsagePiece.Acte => "Délibération",
        UsagePiece.CopieTamponnee => "Copie tamponnée",
        _ => throw new ArgumentOutOfRangeException(nameof(usage), usage, null),
    };
}
