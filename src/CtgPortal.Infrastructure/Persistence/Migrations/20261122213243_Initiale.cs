using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initiale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,");

            migrationBuilder.CreateTable(
                name: "ateliers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    clos_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    compte_rendu = table.Column<string>(type: "text", nullable: true),
                    animateur = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    but = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    intitule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    participants = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    quand = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    serie = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ateliers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conventions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    intitule = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    caf_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: true),
                    champs = table.Column<string[]>(type: "text[]", nullable: false),
                    preambule = table.Column<string>(type: "text", nullable: true),
                    gouvernance = table.Column<string>(type: "text", nullable: true),
                    evaluation = table.Column<string>(type: "text", nullable: true),
                    remplace = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    signee_le = table.Column<DateOnly>(type: "date", nullable: true),
                    signee_hors_portail = table.Column<bool>(type: "boolean", nullable: false),
                    periode_debut = table.Column<DateOnly>(type: "date", nullable: true),
                    periode_fin = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conventions", x => x.id);
                    table.CheckConstraint("ck_conventions_periode", "periode_debut < periode_fin");
                });

            migrationBuilder.CreateTable(
                name: "courriels",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    destinataire = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    objet = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    envoye_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tentatives = table.Column<int>(type: "integer", nullable: false),
                    prochaine_tentative_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    derniere_erreur = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courriels", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: true),
                    par_nom = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: true),
                    donnees = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "millesimes",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    annee = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    licence = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    empreinte = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    charge_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_millesimes", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "regions",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    disparu_depuis = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regions", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "utilisateurs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    prenom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    fonction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    est_actif = table.Column<bool>(type: "boolean", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    derniere_connexion_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dernier_lien_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    normalized_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_utilisateurs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "atelier_conventions",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_atelier_conventions", x => new { x.atelier_id, x.convention_id });
                    table.ForeignKey(
                        name: "fk_atelier_conventions_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "atelier_organisations",
                columns: table => new
                {
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nombre = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_atelier_organisations", x => new { x.atelier_id, x.id });
                    table.ForeignKey(
                        name: "fk_atelier_organisations_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    texte = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contributions", x => x.id);
                    table.ForeignKey(
                        name: "fk_contributions_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "convention_communes",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    population = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_convention_communes", x => new { x.convention_id, x.code });
                    table.ForeignKey(
                        name: "fk_convention_communes_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "convention_titulaires",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_convention_titulaires", x => new { x.convention_id, x.id });
                    table.ForeignKey(
                        name: "fk_convention_titulaires_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diagnostics",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    demarche = table.Column<string>(type: "text", nullable: true),
                    sources = table.Column<string[]>(type: "text[]", nullable: false),
                    valide_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diagnostics", x => x.convention_id);
                    table.ForeignKey(
                        name: "fk_diagnostics_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fiches_action",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pilote_utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    champs = table.Column<string[]>(type: "text[]", nullable: false),
                    confidentielle = table.Column<bool>(type: "boolean", nullable: false),
                    imposee_par_la_caf = table.Column<bool>(type: "boolean", nullable: false),
                    intitule = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    priorite = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    moyens_cout_previsionnel = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    moyens_etp = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    moyens_financement_a_definir = table.Column<bool>(type: "boolean", nullable: false),
                    moyens_moyens_humains = table.Column<string>(type: "text", nullable: true),
                    moyens_moyens_techniques = table.Column<string>(type: "text", nullable: true),
                    pour_qui_communes = table.Column<string[]>(type: "text[]", nullable: false),
                    pour_qui_nombre_vise = table.Column<int>(type: "integer", nullable: true),
                    pour_qui_publics = table.Column<string>(type: "text", nullable: true),
                    pour_qui_secteur = table.Column<string>(type: "text", nullable: true),
                    pourquoi_constat = table.Column<string>(type: "text", nullable: true),
                    pourquoi_enjeu = table.Column<string>(type: "text", nullable: true),
                    pourquoi_lien_schemas = table.Column<string>(type: "text", nullable: true),
                    quand_amelioration_continue = table.Column<bool>(type: "boolean", nullable: false),
                    quand_calendrier = table.Column<string>(type: "text", nullable: true),
                    quand_debut = table.Column<DateOnly>(type: "date", nullable: true),
                    quand_fin = table.Column<DateOnly>(type: "date", nullable: true),
                    qui_copilote_caf = table.Column<string>(type: "text", nullable: true),
                    qui_elu_referent = table.Column<string>(type: "text", nullable: true),
                    qui_instance = table.Column<string>(type: "text", nullable: true),
                    qui_partenaires = table.Column<string>(type: "text", nullable: true),
                    qui_pilote_personne = table.Column<string>(type: "text", nullable: true),
                    qui_pilote_structure = table.Column<string>(type: "text", nullable: true),
                    qui_service = table.Column<string>(type: "text", nullable: true),
                    quoi_descriptif = table.Column<string>(type: "text", nullable: true),
                    quoi_livrables = table.Column<string>(type: "text", nullable: true),
                    quoi_nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    quoi_objectif_general = table.Column<string>(type: "text", nullable: true),
                    quoi_objectifs_operationnels = table.Column<string>(type: "text", nullable: true),
                    resultats_modalites_evaluation = table.Column<string>(type: "text", nullable: true),
                    resultats_participation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    resultats_resultats_attendus = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fiches_action", x => x.id);
                    table.ForeignKey(
                        name: "fk_fiches_action_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nom_court = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    deliberation_numero = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    deliberation_date = table.Column<DateOnly>(type: "date", nullable: true),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_parties_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pieces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    type_mime = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    taille = table.Column<int>(type: "integer", nullable: false),
                    empreinte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    deposee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pieces", x => x.id);
                    table.ForeignKey(
                        name: "fk_pieces_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    niveaux = table.Column<string[]>(type: "text[]", nullable: false),
                    numerotation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.convention_id);
                    table.ForeignKey(
                        name: "fk_plans_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departements",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    region_code = table.Column<string>(type: "character varying(3)", nullable: false),
                    disparu_depuis = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departements", x => x.code);
                    table.ForeignKey(
                        name: "fk_departements_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "habilitations",
                columns: table => new
                {
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    portee = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_habilitations", x => new { x.utilisateur_id, x.role, x.portee, x.code });
                    table.ForeignKey(
                        name: "fk_habilitations_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "utilisateur_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_utilisateur_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_utilisateur_claims_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "utilisateur_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_utilisateur_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_utilisateur_logins_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "utilisateur_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_utilisateur_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_utilisateur_tokens_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "constats",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    champ = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    texte = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_constats", x => x.id);
                    table.ForeignKey(
                        name: "fk_constats_diagnostics_convention_id",
                        column: x => x.convention_id,
                        principalTable: "diagnostics",
                        principalColumn: "convention_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "indicateurs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    champ = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    intitule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unite = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicateurs", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicateurs_diagnostics_convention_id",
                        column: x => x.convention_id,
                        principalTable: "diagnostics",
                        principalColumn: "convention_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fiche_financements",
                columns: table => new
                {
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    financeur = table.Column<string>(type: "text", nullable: false),
                    annee = table.Column<int>(type: "integer", nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    prevu = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    realise = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fiche_financements", x => new { x.fiche_action_id, x.id });
                    table.ForeignKey(
                        name: "fk_fiche_financements_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fiche_indicateurs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    intitule = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    categorie = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    unite = table.Column<string>(type: "text", nullable: true),
                    valeur_initiale = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    cible = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    responsable = table.Column<string>(type: "text", nullable: true),
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fiche_indicateurs", x => x.id);
                    table.ForeignKey(
                        name: "fk_fiche_indicateurs_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fiche_operations",
                columns: table => new
                {
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    intitule = table.Column<string>(type: "text", nullable: false),
                    pilote = table.Column<string>(type: "text", nullable: true),
                    @public = table.Column<string>(name: "public", type: "text", nullable: true),
                    budget = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    calendrier = table.Column<string>(type: "text", nullable: true),
                    indicateurs = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fiche_operations", x => new { x.fiche_action_id, x.id });
                    table.ForeignKey(
                        name: "fk_fiche_operations_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivis_fiche",
                columns: table => new
                {
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    avancement = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    motif = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    a_jour_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivis_fiche", x => x.fiche_action_id);
                    table.ForeignKey(
                        name: "fk_suivis_fiche_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signataires",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    civilite = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    prenom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    nom = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    qualite = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    delegation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    courriel = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    partie_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signataires", x => x.id);
                    table.ForeignKey(
                        name: "fk_signataires_parties_partie_id",
                        column: x => x.partie_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero_version = table.Column<int>(type: "integer", nullable: false),
                    texte_id = table.Column<Guid>(type: "uuid", nullable: false),
                    donnees_id = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    ouverte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    motif_annulation = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signatures", x => x.id);
                    table.ForeignKey(
                        name: "fk_signatures_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_signatures_pieces_donnees_id",
                        column: x => x.donnees_id,
                        principalTable: "pieces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signatures_pieces_texte_id",
                        column: x => x.texte_id,
                        principalTable: "pieces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "axes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    intitule = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    couleur = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    icone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_axes", x => x.id);
                    table.ForeignKey(
                        name: "fk_axes_plans_convention_id",
                        column: x => x.convention_id,
                        principalTable: "plans",
                        principalColumn: "convention_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orientations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    axe_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    intitule = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orientations", x => x.id);
                    table.ForeignKey(
                        name: "fk_orientations_plans_convention_id",
                        column: x => x.convention_id,
                        principalTable: "plans",
                        principalColumn: "convention_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_emplacements",
                columns: table => new
                {
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    axe_id = table.Column<Guid>(type: "uuid", nullable: false),
                    orientation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_emplacements", x => x.fiche_action_id);
                    table.ForeignKey(
                        name: "fk_plan_emplacements_plans_convention_id",
                        column: x => x.convention_id,
                        principalTable: "plans",
                        principalColumn: "convention_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cafs",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    nom = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cafs", x => x.code);
                    table.ForeignKey(
                        name: "fk_cafs_departements_departement_code",
                        column: x => x.departement_code,
                        principalTable: "departements",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicateur_valeurs",
                columns: table => new
                {
                    indicateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    annee = table.Column<int>(type: "integer", nullable: false),
                    territoire_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    territoire_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    territoire_nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    valeur = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicateur_valeurs", x => new { x.indicateur_id, x.id });
                    table.ForeignKey(
                        name: "fk_indicateur_valeurs_indicateurs_indicateur_id",
                        column: x => x.indicateur_id,
                        principalTable: "indicateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    le = table.Column<DateOnly>(type: "date", nullable: false),
                    texte = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    auteur = table.Column<string>(type: "text", nullable: false),
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_notes_suivis_fiche_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "suivis_fiche",
                        principalColumn: "fiche_action_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_releves",
                columns: table => new
                {
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    indicateur_fiche_id = table.Column<Guid>(type: "uuid", nullable: false),
                    le = table.Column<DateOnly>(type: "date", nullable: false),
                    valeur = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    commentaire = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_releves", x => new { x.fiche_action_id, x.id });
                    table.ForeignKey(
                        name: "fk_suivi_releves_suivis_fiche_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "suivis_fiche",
                        principalColumn: "fiche_action_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signature_lignes",
                columns: table => new
                {
                    signataire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    partie = table.Column<string>(type: "text", nullable: false),
                    nom_complet = table.Column<string>(type: "text", nullable: false),
                    qualite = table.Column<string>(type: "text", nullable: false),
                    delegation = table.Column<string>(type: "text", nullable: true),
                    courriel = table.Column<string>(type: "text", nullable: true),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    signee_le = table.Column<DateOnly>(type: "date", nullable: true),
                    enregistree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    scan_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signature_lignes", x => new { x.signature_id, x.signataire_id });
                    table.ForeignKey(
                        name: "fk_signature_lignes_signatures_signature_id",
                        column: x => x.signature_id,
                        principalTable: "signatures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "communes",
                columns: table => new
                {
                    insee = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    siren = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: true),
                    caf_code = table.Column<string>(type: "character varying(12)", nullable: true),
                    disparu_depuis = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_communes", x => x.insee);
                    table.ForeignKey(
                        name: "fk_communes_cafs_caf_code",
                        column: x => x.caf_code,
                        principalTable: "cafs",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_communes_departements_departement_code",
                        column: x => x.departement_code,
                        principalTable: "departements",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "epci",
                columns: table => new
                {
                    siren = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    population_totale = table.Column<int>(type: "integer", nullable: false),
                    population_municipale = table.Column<int>(type: "integer", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", nullable: false),
                    caf_code = table.Column<string>(type: "character varying(12)", nullable: true),
                    disparu_depuis = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_epci", x => x.siren);
                    table.ForeignKey(
                        name: "fk_epci_cafs_caf_code",
                        column: x => x.caf_code,
                        principalTable: "cafs",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_epci_departements_departement_code",
                        column: x => x.departement_code,
                        principalTable: "departements",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appartenances_epci",
                columns: table => new
                {
                    epci_siren = table.Column<string>(type: "character varying(9)", nullable: false),
                    commune_insee = table.Column<string>(type: "character varying(5)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appartenances_epci", x => new { x.epci_siren, x.commune_insee });
                    table.ForeignKey(
                        name: "fk_appartenances_epci_communes_commune_insee",
                        column: x => x.commune_insee,
                        principalTable: "communes",
                        principalColumn: "insee",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appartenances_epci_epci_epci_siren",
                        column: x => x.epci_siren,
                        principalTable: "epci",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_appartenances_epci_commune_insee",
                table: "appartenances_epci",
                column: "commune_insee");

            migrationBuilder.CreateIndex(
                name: "ix_atelier_conventions_convention_id",
                table: "atelier_conventions",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_axes_convention_id",
                table: "axes",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_cafs_departement_code",
                table: "cafs",
                column: "departement_code");

            migrationBuilder.CreateIndex(
                name: "ix_communes_caf_code",
                table: "communes",
                column: "caf_code");

            migrationBuilder.CreateIndex(
                name: "ix_communes_departement_code",
                table: "communes",
                column: "departement_code");

            migrationBuilder.CreateIndex(
                name: "ix_communes_siren",
                table: "communes",
                column: "siren");

            migrationBuilder.CreateIndex(
                name: "ix_constats_convention_id",
                table: "constats",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_contributions_atelier_id",
                table: "contributions",
                column: "atelier_id");

            migrationBuilder.CreateIndex(
                name: "ix_convention_titulaires_code",
                table: "convention_titulaires",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_conventions_caf_code",
                table: "conventions",
                column: "caf_code");

            migrationBuilder.CreateIndex(
                name: "ix_conventions_statut",
                table: "conventions",
                column: "statut");

            migrationBuilder.CreateIndex(
                name: "ix_courriels_prochaine_tentative_le",
                table: "courriels",
                column: "prochaine_tentative_le",
                filter: "envoye_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_departements_region_code",
                table: "departements",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_epci_caf_code",
                table: "epci",
                column: "caf_code");

            migrationBuilder.CreateIndex(
                name: "ix_epci_departement_code",
                table: "epci",
                column: "departement_code");

            migrationBuilder.CreateIndex(
                name: "ix_fiche_indicateurs_fiche_action_id",
                table: "fiche_indicateurs",
                column: "fiche_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_fiches_action_convention_id",
                table: "fiches_action",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_fiches_action_pilote_utilisateur_id",
                table: "fiches_action",
                column: "pilote_utilisateur_id");

            migrationBuilder.CreateIndex(
                name: "ix_habilitations_portee_code",
                table: "habilitations",
                columns: new[] { "portee", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_indicateurs_convention_id",
                table: "indicateurs",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_convention_id_id",
                table: "journal",
                columns: new[] { "convention_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_fiche_action_id_id",
                table: "journal",
                columns: new[] { "fiche_action_id", "id" },
                filter: "fiche_action_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orientations_convention_id",
                table: "orientations",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_parties_convention_id",
                table: "parties",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_pieces_convention_id",
                table: "pieces",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_emplacements_convention_id",
                table: "plan_emplacements",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_signataires_partie_id",
                table: "signataires",
                column: "partie_id");

            migrationBuilder.CreateIndex(
                name: "ix_signature_lignes_courriel",
                table: "signature_lignes",
                column: "courriel");

            migrationBuilder.CreateIndex(
                name: "ix_signatures_convention_id_numero_version",
                table: "signatures",
                columns: new[] { "convention_id", "numero_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signatures_donnees_id",
                table: "signatures",
                column: "donnees_id");

            migrationBuilder.CreateIndex(
                name: "ix_signatures_texte_id",
                table: "signatures",
                column: "texte_id");

            migrationBuilder.CreateIndex(
                name: "ix_signatures_une_seule_ouverte",
                table: "signatures",
                column: "convention_id",
                unique: true,
                filter: "statut = 'Ouverte'");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_notes_fiche_action_id",
                table: "suivi_notes",
                column: "fiche_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_releves_fiche_action_id_indicateur_fiche_id_le",
                table: "suivi_releves",
                columns: new[] { "fiche_action_id", "indicateur_fiche_id", "le" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivis_fiche_convention_id",
                table: "suivis_fiche",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_utilisateur_claims_user_id",
                table: "utilisateur_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_utilisateur_logins_user_id",
                table: "utilisateur_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_utilisateurs_normalized_email",
                table: "utilisateurs",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "utilisateurs",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.Sql(Referentiels.ReferentielSql.Up);
            migrationBuilder.Sql(Quartz.QuartzSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Quartz.QuartzSql.Down);
            migrationBuilder.Sql(Referentiels.ReferentielSql.Down);

            migrationBuilder.DropTable(
                name: "appartenances_epci");

            migrationBuilder.DropTable(
                name: "atelier_conventions");

            migrationBuilder.DropTable(
                name: "atelier_organisations");

            migrationBuilder.DropTable(
                name: "axes");

            migrationBuilder.DropTable(
                name: "constats");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "convention_communes");

            migrationBuilder.DropTable(
                name: "convention_titulaires");

            migrationBuilder.DropTable(
                name: "courriels");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "fiche_financements");

            migrationBuilder.DropTable(
                name: "fiche_indicateurs");

            migrationBuilder.DropTable(
                name: "fiche_operations");

            migrationBuilder.DropTable(
                name: "habilitations");

            migrationBuilder.DropTable(
                name: "indicateur_valeurs");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "millesimes");

            migrationBuilder.DropTable(
                name: "orientations");

            migrationBuilder.DropTable(
                name: "plan_emplacements");

            migrationBuilder.DropTable(
                name: "signataires");

            migrationBuilder.DropTable(
                name: "signature_lignes");

            migrationBuilder.DropTable(
                name: "suivi_notes");

            migrationBuilder.DropTable(
                name: "suivi_releves");

            migrationBuilder.DropTable(
                name: "utilisateur_claims");

            migrationBuilder.DropTable(
                name: "utilisateur_logins");

            migrationBuilder.DropTable(
                name: "utilisateur_tokens");

            migrationBuilder.DropTable(
                name: "communes");

            migrationBuilder.DropTable(
                name: "epci");

            migrationBuilder.DropTable(
                name: "ateliers");

            migrationBuilder.DropTable(
                name: "indicateurs");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "parties");

            migrationBuilder.DropTable(
                name: "signatures");

            migrationBuilder.DropTable(
                name: "suivis_fiche");

            migrationBuilder.DropTable(
                name: "utilisateurs");

            migrationBuilder.DropTable(
                name: "cafs");

            migrationBuilder.DropTable(
                name: "diagnostics");

            migrationBuilder.DropTable(
                name: "pieces");

            migrationBuilder.DropTable(
                name: "fiches_action");

            migrationBuilder.DropTable(
                name: "departements");

            migrationBuilder.DropTable(
                name: "conventions");

            migrationBuilder.DropTable(
                name: "regions");
        }
    }
}
