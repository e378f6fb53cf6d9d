
namespace CtgPortal.Application.Documents;

/// <summary>What the default texts need to know of a convention. Anything may be missing: the sentence is then another one, never a blank to fill.</summary>
public sealed record ContexteTexteType
{
    public GraphieSigles Graphie { get; init; } = GraphieSigles.Bas;

    /// <summary>For example « Caf de l’Aisne ».</summary>
    public required string CafNom { get; init; }

    public required string Territoire { get; init; }

    /// <summary>Names of the signing collectivités, the Caf excluded.</summary>
    public IReadOnlyList<string> Collectivites { get; init; } = [];

    /// <summary>Names of the other signing partners (MSA, Département…).</summary>
    public IReadOnlyList<string> AutresParties { get; init; } = [];

    public DateOnly? Debut { get; init; }

    public DateOnly? Fin { get; init; }

    public IReadOnlyList<string> Champs { get; init; } = [];

    /// <summary>« Axe 1 – La proximité et la mobilité »…</summary>
    public IReadOnlyList<string> Axes { get; init; } = [];
}

/// <summary>
/// The default text of a convention: fourteen articles, visas and preamble, in wording of our own, to be adapted by the parties.
/// It is copied into the convention when it is written, so that a later change here never changes a text already written.
/// </summary>
public static class TexteType
{
    public static IReadOnlyList<string> Visas(ContexteTexteType contexte)
    {
        var s = new Sigles(contexte);
        return
        [
            "le code de la sécurité sociale, notamment ses articles L. 223-1, L. 227-1 à L. 227-3 et L. 263-1 ;",
            "le code de l’action sociale et des familles, notamment ses articles L. 214-1-3 et L. 214-2 relatifs au service public de la petite enfance ;",
            "le code général des collectivités territoriales ;",
            "la circulaire de la Caisse nationale des allocations familiales n° 2020-01 du 16 janvier 2020 relative au déploiement des conventions territoriales globales ;",
            "la convention d’objectifs et de gestion conclue entre l’État et la Caisse nationale des allocations familiales ;",
            "le schéma départemental des services aux familles ;",
            $"les délibérations et décisions par lesquelles les instances de chaque partie autorisent la signature de la présente {s.Ctg}, reproduites ou mentionnées en annexe 6.",
        ];
    }

    public static IReadOnlyList<BlocTexte> Preambule(ContexteTexteType contexte)
    {
        var s = new Sigles(contexte);
        return
        [
            P($"Les familles d’un territoire ne vivent pas leur quotidien par dispositif. Faire garder un enfant, l’inscrire aux loisirs, trouver un logement, se déplacer, comprendre ses droits ou traverser une séparation sont les moments d’une même vie. La convention territoriale globale ({s.Ctg}) part de ce constat : elle rassemble autour d’un même projet ceux qui, sur le territoire « {contexte.Territoire} », agissent pour les habitants."),
            P($"Branche famille de la sécurité sociale, la {s.Caf} accompagne les familles à chaque étape, par le versement des prestations, le financement d’équipements et de services et l’appui aux porteurs de projets. {s.Collectivites} {s.Connaissent} les besoins des habitants au plus près et {s.Portent} les services qui leur répondent. Les parties choisissent de mettre ces responsabilités en commun, dans le respect des compétences de chacune."),
            P($"La {s.Ctg} n’est pas un dispositif financier. C’est une démarche : partager un diagnostic, fixer des priorités, programmer des actions, les suivre ensemble et en mesurer les effets. Elle a été préparée avec les élus, les professionnels, les associations et les habitants ; elle restera ouverte à ceux qui souhaiteront la rejoindre."),
        ];
    }

    public static IReadOnlyList<ArticleDossier> Articles(ContexteTexteType contexte)
    {
        var s = new Sigles(contexte);
        return
        [
            Article(1, "Objet de la convention territoriale globale",
                P($"La présente convention définit le projet que les parties conduisent ensemble au service des familles du territoire. Elle précise leurs priorités, les moyens qu’elles y consacrent et la façon dont elles travaillent."),
                P($"Elle poursuit quatre objets :"),
                L(
                    "connaître et hiérarchiser les besoins des habitants, à partir d’un diagnostic partagé et tenu à jour (annexe 1) ;",
                    "choisir les champs dans lesquels agir en priorité, là où l’écart entre les services offerts et les besoins est le plus grand ;",
                    "faire durer les services existants et les rendre meilleurs, en réunissant les cofinancements nécessaires ;",
                    "créer des réponses nouvelles pour les besoins qui n’en ont pas encore."),
                P("Les actions retenues et leur calendrier figurent en annexe 3.")),

            Article(2, $"Les champs d’intervention de la {s.Caf}",
                P($"La {s.Caf} met en œuvre la politique familiale et sociale de la branche famille. Sur le territoire, son action porte notamment sur :"),
                L(
                    "l’accueil du jeune enfant, collectif et individuel, et la qualité de cet accueil ;",
                    "les temps libres des enfants et des adolescents, l’engagement et l’autonomie des jeunes ;",
                    "le soutien à la parentalité et l’accompagnement des familles dans les moments de fragilité ;",
                    "le logement et le cadre de vie, dont la lutte contre l’habitat indécent ;",
                    "l’animation de la vie sociale, par les centres sociaux et les espaces de vie sociale ;",
                    "l’accès aux droits, l’inclusion numérique, l’insertion et l’accueil des personnes en situation de handicap."),
                P($"La {s.Caf} y contribue par des financements nationaux et locaux, par son expertise et par l’accompagnement de ses conseillers.")),

            Article(3, s.Plusieurs ? "Les champs d’intervention des collectivités" : "Les champs d’intervention de la collectivité",
                [
                    .. contexte.Collectivites.Count switch
                    {
                        0 => (BlocTexte[])[P("Les collectivités signataires interviennent dans les champs qui relèvent de leurs compétences, telles que leurs statuts les définissent.")],
                        1 => [P($"Partie à la présente convention, « {contexte.Collectivites[0]} » intervient dans les champs qui relèvent de ses compétences, telles que ses statuts ou la loi les définissent.")],
                        _ => [P("Chacune des collectivités suivantes intervient dans les champs qui relèvent de ses compétences, telles que ses statuts ou la loi les définissent :"), L([.. Enumerer(contexte.Collectivites)])],
                    },
                    .. contexte.Champs.Count == 0
                        ? (BlocTexte[])[]
                        : [P("Pour la durée de la convention, cette intervention concerne en particulier :"), L([.. Enumerer(contexte.Champs)])],
                    P("Les équipements et services soutenus au titre de la présente convention sont énumérés en annexe 2. Lorsque la loi confie aux communes ou à leur groupement le rôle d’autorité organisatrice de l’accueil du jeune enfant, la convention en organise l’exercice à l’échelle du territoire."),
                ]),

            Article(4, "Les objectifs partagés au regard des besoins",
                [
                    P("Au vu du diagnostic partagé, les parties retiennent des objectifs communs. Ils visent à réduire les écarts entre les besoins des familles et les services qui leur sont proposés, à maintenir ce qui fonctionne et à développer ce qui manque."),
                    .. contexte.Axes.Count == 0
                        ? (BlocTexte[])[P("Le plan d’actions qui les décline sera arrêté par le comité de pilotage et joint à la présente convention par avenant.")]
                        : [P($"Ces objectifs sont organisés en {Nombre(contexte.Axes.Count)} :"), L([.. Enumerer(contexte.Axes)]), P("Ils sont déclinés en fiches dans le plan d’actions (annexe 3), qui nomme pour chacune un pilote, un calendrier, des moyens et des indicateurs.")],
                ]),

            Article(5, "Engagements des partenaires",
                P($"{s.PartiesEnumerees} s’engagent à mettre en œuvre le plan d’actions, chacune pour ce qui la concerne et dans la limite des crédits votés par son instance."),
                P($"La {s.Caf} s’engage à poursuivre son soutien aux services aux familles du territoire. Lorsqu’un contrat enfance et jeunesse prend fin, les montants qu’elle versait à ce titre sont maintenus et répartis entre les structures soutenues par {s.CollectivitesDans}, sous la forme des bonus prévus par la réglementation de la branche famille. Ces financements font l’objet de conventions d’objectifs et de financement distinctes, conclues avec chaque gestionnaire."),
                P($"{s.Collectivites} {s.Sengagent} à maintenir {s.Leur} soutien aux équipements et services énumérés en annexe 2 et à informer la {s.Caf} de tout projet qui en modifierait le nombre, la capacité ou le gestionnaire."),
                P("La présente convention n’empêche aucune des parties de conclure d’autres accords, pourvu qu’ils n’en contrarient pas les objectifs.")),

            Article(6, "Modalités de collaboration",
                P("Les parties mobilisent les compétences de leurs services, les données utiles et les moyens d’ingénierie nécessaires à la conduite du projet."),
                P($"Un comité de pilotage réunit les représentants de la {s.Caf} et {s.DesCollectivites}, à parité et sous présidence partagée. Il se tient au moins une fois par an. Il valide le diagnostic, les priorités, le plan d’actions et les avenants, examine le bilan annuel et décide des suites."),
                P("Un comité technique prépare ses travaux et suit l’avancement des actions ; des groupes de travail thématiques peuvent l’y aider. Un ou plusieurs chargés de coopération assurent la coordination d’ensemble."),
                P("La composition et le fonctionnement de ces instances sont décrits en annexe 4.")),

            Article(7, "Échanges de données",
                P("Les parties se communiquent les informations utiles au diagnostic, à la conduite et à l’évaluation du projet. Ces informations sont agrégées : elles ne permettent pas d’identifier une personne, et les seuils de diffusion fixés par leur source sont respectés."),
                P("Tout échange de données à caractère personnel qui se révélerait nécessaire suppose une étude préalable de son opportunité, de sa faisabilité et de sa conformité au règlement général sur la protection des données, l’avis des délégués à la protection des données des parties concernées et, s’il y a lieu, une analyse d’impact. Il fait alors l’objet d’un accord écrit distinct."),
                P("Les données restent la propriété de la partie qui les produit. Elles ne sont ni cédées ni employées à une autre fin sans son accord.")),

            Article(8, "Communication",
                P("Les parties décident ensemble des actions de communication relatives à la convention. Les supports qui en résultent portent le nom et, s’il existe, le logotype de chacune."),
                P("Chaque partie mentionne le soutien des autres lorsqu’elle fait connaître une action qui en a bénéficié, et les informe avant toute communication publique portant sur la convention elle-même.")),

            Article(9, "Évaluation",
                P("Les parties évaluent la mise en œuvre de la convention et ses effets. Chaque année, elles dressent l’état d’avancement des actions à partir des indicateurs inscrits dans les fiches (annexe 3) et le présentent au comité de pilotage, qui peut ajuster le plan."),
                P("Avant le terme, un bilan d’ensemble examine :"),
                L(
                    "la pertinence des objectifs au regard des besoins, et leur cohérence entre eux ;",
                    "ce qui a été réalisé, et le degré d’atteinte des objectifs ;",
                    "les moyens employés et leur adéquation ;",
                    "les effets pour les familles, leur durée, et ce que la démarche a changé dans le travail en commun."),
                P("Ce bilan met à jour le diagnostic et prépare les suites de la convention. Les modalités sont précisées en annexe 5.")),

            Article(10, "Durée de la convention",
                contexte is { Debut: { } debut, Fin: { } fin }
                    ? P($"La présente convention est conclue pour la période du {Mots.Jour(debut)} au {Mots.Jour(fin)}.")
                    : P("La période couverte par la présente convention est fixée par les parties au plus tard le jour de sa signature et inscrite dans la version soumise à leur approbation."),
                P("Elle ne peut être renouvelée que par une décision expresse des parties, au vu du bilan prévu à l’article 9.")),

            Article(11, "Exécution formelle de la convention",
                P("Toute modification de la convention ou de ses annexes, comme l’adhésion d’une nouvelle partie, fait l’objet d’un avenant signé par l’ensemble des parties. L’avenant précise ce qu’il change et à compter de quelle date."),
                P("Si une stipulation se trouvait privée d’effet par une loi, un règlement ou une décision de justice, les autres resteraient applicables."),
                P("Les titres des articles ne servent qu’à la lecture : en cas de divergence, le corps de l’article l’emporte. Les annexes font partie intégrante de la convention.")),

            Article(12, "La fin de la convention",
                P("La convention prend fin à son terme. Elle peut prendre fin auparavant dans trois cas :"),
                L(
                    "une partie ne respecte pas ses engagements et n’y remédie pas dans le mois qui suit une mise en demeure adressée par lettre recommandée avec demande d’avis de réception : la convention est alors résiliée de plein droit à son égard ;",
                    "un changement de la loi ou du règlement rend son exécution impossible : la résiliation intervient sans mise en demeure ;",
                    "les parties en conviennent par écrit, avec un préavis de six mois."),
                P("La fin de la convention ne met pas fin par elle-même aux conventions d’objectifs et de financement conclues avec les gestionnaires, qui suivent leurs propres règles.")),

            Article(13, "Les recours",
                P("Les parties recherchent une solution amiable à tout différend né de l’interprétation ou de l’exécution de la convention ; elles peuvent saisir à cette fin le comité de pilotage."),
                P("À défaut d’accord, le litige est porté devant le tribunal administratif dans le ressort duquel la convention est exécutée.")),

            Article(14, "Confidentialité",
                P("Les parties, leurs agents et les personnes qu’elles associent à leurs travaux sont tenus au secret professionnel et à la discrétion pour les faits, informations et documents dont ils ont connaissance à l’occasion de la convention."),
                P("Cette obligation vaut pendant toute la durée de la convention et après son terme. Elle ne fait pas obstacle à la communication des documents que la loi rend publics.")),
        ];
    }

    /// <summary>Default text of annexe 4.</summary>
    public static IReadOnlyList<BlocTexte> Gouvernance(ContexteTexteType contexte)
    {
        var s = new Sigles(contexte);
        return
        [
            P($"Le comité de pilotage réunit les élus et responsables désignés par {s.CollectivitesDans} et par la {s.Caf}, ainsi que les partenaires qu’ils y invitent. Il se tient au moins une fois par an, valide les orientations et arrête les décisions."),
            P("Le comité technique réunit les professionnels chargés du projet. Il prépare le comité de pilotage, suit les actions et propose les ajustements utiles."),
            P("Les groupes de travail thématiques associent, autour d’un axe ou d’une fiche, les partenaires concernés et, chaque fois que possible, des habitants."),
        ];
    }

    /// <summary>Default text of annexe 5.</summary>
    public static IReadOnlyList<BlocTexte> Evaluation(ContexteTexteType contexte) =>
    [
        P("L’évaluation s’appuie sur les indicateurs de chaque fiche : leur valeur initiale est relevée avant le démarrage de l’action, puis chaque année, avec leur source."),
        L(
            "pertinence : les objectifs répondent-ils aux besoins constatés ?",
            "efficacité : dans quelle mesure sont-ils atteints ?",
            "efficience : les moyens employés étaient-ils adaptés ?",
            "effets et durée : qu’est-ce qui a changé pour les familles, et pour combien de temps ?",
            "partenariat : qu’est-ce qui a changé dans la façon de travailler ensemble ?"),
        P("Une revue annuelle est présentée au comité de pilotage ; un bilan final est établi avant le terme de la convention."),
    ];

    private static ArticleDossier Article(int numero, string titre, params IReadOnlyList<BlocTexte> corps) =>
        new() { Numero = numero, Titre = titre, Corps = corps, EstModele = true };

    private static BlocTexte P(string texte) => BlocTexte.Paragraphe(texte);

    private static BlocTexte L(params IReadOnlyList<string> elements) => BlocTexte.Liste(elements);

    /// <summary>Ends each element as French lists do: a semicolon, then a full stop.</summary>
    private static IEnumerable<string> Enumerer(IReadOnlyList<string> elements) =>
        elements.Select((e, i) => e.TrimEnd('.', ';', ' ') + (i == elements.Count - 1 ? "." : " ;"));

    private static string Nombre(int axes) => axes == 1 ? "un axe" : $"{axes} axes";


    /// <summary>The words that vary with the spelling setting and with the number of collectivités.</summary>
    private sealed class Sigles(ContexteTexteType contexte)
    {
        public string Ctg => contexte.Graphie == GraphieSigles.Haut ? "CTG" : "Ctg";

        public string Caf => contexte.Graphie == GraphieSigles.Haut ? "CAF" : "Caf";

        public bool Plusieurs => contexte.Collectivites.Count != 1;

        public string Collectivites => Plusieurs ? "Les collectivités signataires" : "La collectivité signataire";

        public string CollectivitesDans => Plusieurs ? "les collectivités signataires" : "la collectivité signataire";

        public string DesCollectivites => Plusieurs ? "des collectivités signataires" : "de la collectivité signataire";

        public string Connaissent => Plusieurs ? "connaissent" : "connaît";

        public string Portent => Plusieurs ? "portent" : "porte";

        public string Sengagent => Plusieurs ? "s’engagent" : "s’engage";

        public string Leur => Plusieurs ? "leur" : "son";

        public string PartiesEnumerees =>
            contexte.Collectivites.Count + contexte.AutresParties.Count is > 0 and <= 6
                ? $"Les parties ({string.Join(", ", [contexte.CafNom, .. contexte.Collectivites, .. contexte.AutresParties])})"
                : "Les parties";
    }
}
