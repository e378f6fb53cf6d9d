using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>A person, or a job, that acts.</summary>
internal sealed record Personne(UtilisateurId? Id, string Nom, string? Courriel, IReadOnlyList<Habilitation> Habilitations)
{
    public static readonly Personne Inconnue = new(null, "", null, []);

    /// <summary>A job: it holds no habilitation, and its name is what the journal shows.</summary>
    public static Personne Systeme(string nom) => new(null, nom, null, []);
}

/// <summary>Who acts in this scope: nobody until the cookie of the request, a job, or the demonstration data says who.</summary>
internal sealed class UtilisateurAmbiant : IUtilisateurCourant, IPorteur
{
    private Personne _personne = Personne.Inconnue;

    public UtilisateurId? Id => _personne.Id;

    public string Nom => _personne.Nom;

    public string? Courriel => _personne.Courriel;

    public IReadOnlyList<Habilitation> Habilitations => _personne.Habilitations;

    public void AgirComme(Personne personne) => _personne = personne;

    public void Reconnaitre(string nom)
    {
        if (Id is null)
        {
            _personne = Personne.Inconnue with { Nom = nom };
        }
    }
}
