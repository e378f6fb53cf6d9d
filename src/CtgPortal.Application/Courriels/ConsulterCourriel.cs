using System.Text.RegularExpressions;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Courriels;

public static partial class ConsulterCourriel
{
    [Autorise(Role.Administrateur)]
    public sealed record Query(Guid Id) : IRequest<Message>;

    public sealed record Message(
        Guid Id, string Destinataire, string Objet, string Texte, DateTimeOffset CreeLe, DateTimeOffset? EnvoyeLe, int Tentatives,
        DateTimeOffset ProchaineTentativeLe, string? DerniereErreur)
    {
        public ListerCourriels.Etat Etat => ListerCourriels.EtatDe(EnvoyeLe, Tentatives);
    }

    [GeneratedRegex(@"jeton=[\w\-%.]+")]
    private static partial Regex Jeton();

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, Message>
    {
        public async Task<Message> Handle(Query query, CancellationToken cancellationToken)
        {
            var message = await db.Courriels.Where(c => c.Id == query.Id)
                .Select(c => new Message(
                    c.Id, c.Destinataire, c.Objet, c.Texte, c.CreeLe, c.EnvoyeLe, c.Tentatives, c.ProchaineTentativeLe, c.DerniereErreur))
                .SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException($"Message {query.Id} is unknown.");

            // while the message waits, an administrator may have to hand the link over; afterwards it belongs to its reader alone
            return message.EnvoyeLe is null ? message : message with { Texte = Jeton().Replace(message.Texte, "jeton=…") };
        }
    }
}
