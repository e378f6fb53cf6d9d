using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// What conventions make of their workshops: findings, actions, and the thread between them. All is invented, and each text
/// begins with « Exemple »; the fiches of Trois-Rivières are those of the source.
/// </summary>
internal sealed record ExemplesDeFil(
    IReadOnlyList<ExempleDeConstat> Constats, FaitsPlan? Plan, IReadOnlyList<(string Parole, int Fiche)> SansConstat)
{
    private static readonly string[] Niveaux = ["Axe", "Fiche action"];

    /// <summary>The one finding of a diagnostic whose source publishes none: an empty diagnostic cannot be validated.</summary>
    public static ExempleDeConstat Seul(string champ) => new(
        champ, NatureConstat.Enjeu, null, "Exemple : constat ajouté pour la démonstration ; la source n’en publie aucun.");

    /// <summary>By convention; the two neighbours take different things from the same rooms.</summary>
    public static readonly IReadOnlyDictionary<string, ExemplesDeFil> ParConvention = new Dictionary<string, ExemplesDeFil>
    {
        [TroisRivieres.Cle] = new(
            [
                new("petite enfance", NatureConstat.Faiblesse, PrioriteConstat.Haute, "Exemple : les familles trouvent moins souvent qu’ailleurs dans le département une place d’accueil pour un jeune enfant.")
                {
                    Paroles = ["garde-horaires", "garde-loin"], Indicateurs = ["taux-couverture", "assistants-maternels"], SelonLEnquete = true, Fiches = [8, 12],
                },
                new("jeunesse", NatureConstat.Besoin, PrioriteConstat.Haute, "Exemple : les jeunes demandent des activités dans leur commune, sans dépendre d’une voiture.")
                {
                    Paroles = ["jeunes-transport", "jeunes-lieu"], Indicateurs = ["neet"], SelonLaCommune = "Hirson", Fiches = [10, 11],
                },
                new("logement", NatureConstat.Menace, PrioriteConstat.Moyenne, "Exemple : des logements vacants se dégradent, et des locataires n’osent pas le signaler.")
                {
                    Paroles = ["logement-vacant", "logement-signaler"], Indicateurs = ["part-logements-vacants"], Fiches = [6, 7],
                },
                new("accès aux droits", NatureConstat.Opportunite, PrioriteConstat.Moyenne, "Exemple : les professionnels se connaissent et souhaitent travailler ensemble sur les droits sociaux.")
                {
                    Indicateurs = ["rsa", "taux-pauvrete"], SelonLEnquete = true, Fiches = [13, 14],
                },
                new("animation de la vie sociale", NatureConstat.Force, PrioriteConstat.Basse, "Exemple : la vie associative est active ; aucune action ne s’appuie encore sur ce constat."),
            ],
            null,
            []),
        ["les-vans"] = new(
            [
                new("enfance", NatureConstat.Faiblesse, PrioriteConstat.Haute, "Exemple : l’accueil du mercredi ne répond pas aux horaires de toutes les familles.")
                {
                    Paroles = ["mercredi", "vacances", "groupe-accueil"], Fiches = [1],
                },
                new("inclusion numérique", NatureConstat.Besoin, PrioriteConstat.Moyenne, "Exemple : des habitants ont besoin d’être accompagnés dans leurs démarches en ligne.")
                {
                    Paroles = ["demarches"], Fiches = [2],
                },
            ],
            new(Niveaux, null,
            [
                new("Exemple : accueillir les enfants et accompagner les familles", "backpack", ["Exemple : ouvrir un accueil commun le mercredi"]),
                new("Exemple : rapprocher les services", "geo-alt", ["Exemple : tenir une permanence numérique itinérante"]),
            ]),
            [("idee-mercredi", 1), ("idee-permanence", 2)]),
        ["beaume-drobie"] = new(
            [
                new("jeunesse", NatureConstat.Enjeu, PrioriteConstat.Haute, "Exemple : les jeunes ont besoin de se déplacer pour pratiquer, se rencontrer et se former.")
                {
                    Paroles = ["transport", "groupe-mobilite"], Fiches = [1],
                },
            ],
            new(Niveaux, null,
                [new("Exemple : donner aux jeunes les moyens de bouger", "bicycle", ["Exemple : organiser le transport vers les activités", "Exemple : créer un réseau des acteurs de la parentalité"])]),
            [("idee-navette", 1), ("idee-reseau", 2)]),
    };
}
