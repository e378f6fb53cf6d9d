using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>The people who try the portal. Their password is public: see <see cref="DemonstrationServices.CreerDemonstrationAsync"/>.</summary>
internal sealed class ComptesDeDemonstration(CtgDbContext db, UserManager<Utilisateur> comptes, IPasswordHasher<Utilisateur> hachage, TimeProvider clock)
{
    public const string MotDePasse = "Demo-2026-Ctg!";
    public const string Conseil = "conseiller@demo.test";
    public const string Direction = "direction@demo.test";
    public const string Coordination = "coordination@demo.test";
    public const string Presidence = "president@demo.test";
    public const string CoordinationExemple = "coordination-exemple@demo.test";
    public const string EluExemple = "elu-exemple@demo.test";
    public const string Partenaire = "partenaire@demo.test";

    /// <returns>By address.</returns>
    public async Task<IReadOnlyDictionary<string, Utilisateur>> CreerAsync(
        Convention troisRivieres, Convention ardeche, Convention exemple, CancellationToken cancellationToken)
    {
        Habilitation caf = new(Role.Conseiller, Portee.Caf, troisRivieres.CafCode);
        Habilitation territoire = new(Role.Coordination, Portee.Territoire, troisRivieres.Titulaires[0].Code);
        (string Courriel, string Prenom, string Nom, string Fonction, Habilitation Habilitation)[] personnes =
        [
            ("admin@demo.test", "Alix", "Administration", "Administration du portail", Habilitation.Nationale(Role.Administrateur)),
            (Conseil, "Charlie", "Conseil", "Conseil territorial", caf),
            ("conseiller-ardeche@demo.test", "Noa", "Ardèche", "Conseil territorial", caf with { Code = ardeche.CafCode }),
            (Direction, "Dominique", "Direction", "Directrice de la Caf", caf with { Role = Role.Direction }),
            (Coordination, "Camille", "Coordination", "Coopération CTG", territoire),
            (Presidence, "Claude", "Présidence", "Présidente", territoire with { Role = Role.Signataire }),
            (CoordinationExemple, "Mika", "Exemple", "Coopération CTG", new(Role.Coordination, Portee.Convention, exemple.Id.Value.ToString())),
            (EluExemple, "Maé", "Exemple", "Président", new(Role.Signataire, Portee.Convention, exemple.Id.Value.ToString())),
            (Partenaire, "Sacha", "Partenariat", "Association partenaire", new(Role.Partenaire, Portee.Convention, troisRivieres.Id.Value.ToString())),
        ];

        var crees = new Dictionary<string, Utilisateur>();
        foreach (var personne in personnes)
        {
            var compte = new Utilisateur
            {
                Id = UtilisateurId.New().Value,
                UserName = personne.Courriel,
                Email = personne.Courriel,
                EmailConfirmed = true,
                Prenom = personne.Prenom,
                Nom = personne.Nom,
                Fonction = personne.Fonction,
                CreeLe = clock.GetUtcNow(),
            };
            compte.PasswordHash = hachage.HashPassword(compte, MotDePasse);
            compte.Habiliter([personne.Habilitation]);
            var resultat = await comptes.CreateAsync(compte);
            if (!resultat.Succeeded)
            {
                throw new InvalidOperationException("Identity refused an account: " + string.Join(", ", resultat.Errors.Select(e => e.Code)));
            }

            crees.Add(personne.Courriel, compte);
        }

        await db.SaveChangesAsync(cancellationToken);
        return crees;
    }
}
