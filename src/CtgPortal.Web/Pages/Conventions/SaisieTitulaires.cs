using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Territoires;
using FluentValidation.Results;
using MediatR;
using ValidationException = FluentValidation.ValidationException;

namespace CtgPortal.Web.Pages.Conventions;

/// <summary>From what was typed to the holders; in doubt, the field is shown again with the choices.</summary>
internal sealed class SaisieTitulaires(IMediator mediator)
{
    private readonly List<ValidationFailure> _refus = [];

    /// <summary>By name of field.</summary>
    public Dictionary<string, IReadOnlyList<ListerTerritoires.Row>> Choix { get; } = [];

    /// <exception cref="ValidationException">At each field that names nothing, or several territories.</exception>
    public async Task<IReadOnlyList<OuvrirConvention.Titulaire>> LireAsync(SaisieTerritoires input, CancellationToken cancellationToken)
    {
        var titulaires = new List<OuvrirConvention.Titulaire>();
        foreach (var (champ, texte) in input.Titulaires().Where(t => t.Texte.Trim().Length > 0))
        {
            if (await LireAsync(champ, texte, cancellationToken) is { } trouve)
            {
                titulaires.Add(new(trouve.Type, trouve.Code));
            }
        }

        if (input.Syndicat.Trim().Length > 0)
        {
            titulaires.Add(new(TypeTerritoire.Syndicat, string.Concat(input.SyndicatSiren.Where(c => !char.IsWhiteSpace(c))), input.Syndicat));
        }

        if (titulaires.Count == 0 && _refus.Count == 0)
        {
            _refus.Add(new(nameof(SaisieTerritoires.Titulaire), "Choisissez le territoire qui porte la convention."));
        }

        return _refus.Count == 0 ? titulaires : throw new ValidationException(_refus);
    }

    private async Task<TerritoireRef?> LireAsync(string champ, string texte, CancellationToken cancellationToken)
    {
        var saisi = await mediator.Send(new ConsulterTerritoireSaisi.Query(texte), cancellationToken);
        if (saisi.Trouve is { Type: TypeTerritoire.Epci or TypeTerritoire.Commune } trouve)
        {
            return trouve;
        }

        Choix[champ] = [.. saisi.Choix.Where(c => c.Type is TypeTerritoire.Epci or TypeTerritoire.Commune)];
        _refus.Add(new(champ, saisi switch
        {
            { Trouve: not null } => "Une convention est portée par une intercommunalité, une commune ou un syndicat.",
            _ when Choix[champ].Count == 0 => "Aucun territoire ne porte ce nom.",
            _ => "Plusieurs territoires répondent à ce nom : choisissez le vôtre.",
        }));
        return null;
    }
}
