using CtgPortal.Application.Courriels;
using CtgPortal.Infrastructure.Comptes;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Courriels;

internal sealed class LiensPortail(IOptions<PortailOptions> options) : ILiensPortail
{
    public string Vers(string chemin) => options.Value.Lien(chemin).AbsoluteUri;
}
