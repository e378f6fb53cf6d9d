using CtgPortal.Application.Commentaires;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(ListerCommentaires.Choix choix) => choix switch
    {
        ListerCommentaires.Choix.Ouverts => "Ouverts",
        ListerCommentaires.Choix.MoiAussi => "Qui vous mentionnent",
        ListerCommentaires.Choix.Resolus => "Clos",
        _ => throw new ArgumentOutOfRangeException(nameof(choix), choix, null),
    };
}
