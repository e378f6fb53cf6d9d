using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DiagnosticsEtAteliers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "code_catalogue",
                table: "indicateurs",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "definition",
                table: "indicateurs",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "nature",
                table: "indicateurs",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "seuil",
                table: "indicateurs",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source_usuelle",
                table: "indicateurs",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AlterColumn<decimal>(
                name: "valeur",
                table: "indicateur_valeurs",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric(18,4)",
                oldPrecision: 18,
                oldScale: 4);

            migrationBuilder.AddColumn<decimal>(
                name: "arrondi",
                table: "indicateur_valeurs",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "etat",
                table: "indicateur_valeurs",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "licence",
                table: "indicateur_valeurs",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "atelier_id",
                table: "courriels",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "piece_jointe_contenu",
                table: "courriels",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "piece_jointe_nom",
                table: "courriels",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "piece_jointe_type_mime",
                table: "courriels",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "etat",
                table: "contributions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "groupe_id",
                table: "contributions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "participant_id",
                table: "contributions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "postee_le",
                table: "contributions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "contributions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "priorite",
                table: "constats",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "heure",
                table: "ateliers",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "heure_fin",
                table: "ateliers",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "assistances",
                columns: table => new
                {
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commencee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    conservation_mois = table.Column<int>(type: "integer", nullable: false),
                    effacee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    annonce_intitule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    annonce_date = table.Column<DateOnly>(type: "date", nullable: true),
                    annonce_heure = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    annonce_fin = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    annonce_lieu = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    dernier_envoi_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assistances", x => x.atelier_id);
                    table.ForeignKey(
                        name: "fk_assistances_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "atelier_agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    intitule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    duree = table.Column<int>(type: "integer", nullable: false),
                    animateur = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_atelier_agenda", x => x.id);
                    table.ForeignKey(
                        name: "fk_atelier_agenda_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "constat_appuis",
                columns: table => new
                {
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cible = table.Column<Guid>(type: "uuid", nullable: false),
                    constat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intitule = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_constat_appuis", x => new { x.constat_id, x.nature, x.cible });
                    table.ForeignKey(
                        name: "fk_constat_appuis_constats_constat_id",
                        column: x => x.constat_id,
                        principalTable: "constats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contribution_groupes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    titre = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contribution_groupes", x => x.id);
                    table.ForeignKey(
                        name: "fk_contribution_groupes_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_existants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    piece_id = table.Column<Guid>(type: "uuid", nullable: true),
                    annee = table.Column<int>(type: "integer", nullable: true),
                    auteur = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    intitule = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    lien = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    propos = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_existants", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_existants_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_documents_existants_pieces_piece_id",
                        column: x => x.piece_id,
                        principalTable: "pieces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enquetes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    questions = table.Column<string>(type: "jsonb", nullable: false),
                    lecture = table.Column<string>(type: "jsonb", nullable: true),
                    debut = table.Column<DateOnly>(type: "date", nullable: true),
                    envoyes = table.Column<int>(type: "integer", nullable: true),
                    fin = table.Column<DateOnly>(type: "date", nullable: true),
                    intitule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    methode = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    public_vise = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    reponses = table.Column<int>(type: "integer", nullable: true),
                    seuil = table.Column<int>(type: "integer", nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enquetes", x => x.id);
                    table.ForeignKey(
                        name: "fk_enquetes_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "entretiens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    piece_id = table.Column<Guid>(type: "uuid", nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    fonction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    synthese = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entretiens", x => x.id);
                    table.ForeignKey(
                        name: "fk_entretiens_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_entretiens_pieces_piece_id",
                        column: x => x.piece_id,
                        principalTable: "pieces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "filiations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    origine = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    suite = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    etablie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filiations", x => x.id);
                    table.ForeignKey(
                        name: "fk_filiations_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "imports_chiffres",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fichier = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    par_nom = table.Column<string>(type: "text", nullable: false),
                    depose_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etat = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    blocs = table.Column<int>(type: "integer", nullable: false),
                    octets = table.Column<long>(type: "bigint", nullable: false),
                    decoupage = table.Column<string>(type: "json", nullable: true),
                    apercu = table.Column<string>(type: "json", nullable: true),
                    plan = table.Column<string>(type: "json", nullable: true),
                    lignes_lues = table.Column<long>(type: "bigint", nullable: false),
                    octets_lus = table.Column<long>(type: "bigint", nullable: false),
                    tentatives = table.Column<int>(type: "integer", nullable: false),
                    liaisons = table.Column<string>(type: "json", nullable: false),
                    champ = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    motif = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ecrit_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bilan = table.Column<string>(type: "json", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports_chiffres", x => x.id);
                    table.ForeignKey(
                        name: "fk_imports_chiffres_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "salle_participants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    prenom = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    arrive_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_salle_participants", x => x.id);
                    table.ForeignKey(
                        name: "fk_salle_participants_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "salles",
                columns: table => new
                {
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    etat = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    phase = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    moderation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    natures = table.Column<string[]>(type: "character varying(40)[]", nullable: false),
                    points_par_participant = table.Column<int>(type: "integer", nullable: false),
                    max_par_sujet = table.Column<int>(type: "integer", nullable: true),
                    tour = table.Column<int>(type: "integer", nullable: false),
                    ouverte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    minuteur_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    minuteur_libelle = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    minuteur_minutes = table.Column<int>(type: "integer", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_salles", x => x.atelier_id);
                    table.ForeignKey(
                        name: "fk_salles_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "validations_diagnostic",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: true),
                    par_nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contenu = table.Column<string>(type: "text", nullable: false),
                    empreinte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_validations_diagnostic", x => x.id);
                    table.ForeignKey(
                        name: "fk_validations_diagnostic_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "atelier_comptes",
                columns: table => new
                {
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    invitees = table.Column<int>(type: "integer", nullable: false),
                    attendues = table.Column<int>(type: "integer", nullable: false),
                    presentes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_atelier_comptes", x => new { x.atelier_id, x.id });
                    table.ForeignKey(
                        name: "fk_atelier_comptes_assistances_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "assistances",
                        principalColumn: "atelier_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "atelier_personnes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    nom = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    fonction = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    courriel = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    invitee = table.Column<bool>(type: "boolean", nullable: false),
                    presente = table.Column<bool>(type: "boolean", nullable: false),
                    inscrite_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    jeton = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    invitee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reponse = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    repondu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_atelier_personnes", x => x.id);
                    table.ForeignKey(
                        name: "fk_atelier_personnes_assistances_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "assistances",
                        principalColumn: "atelier_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "entretien_communes",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    entretien_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entretien_communes", x => new { x.entretien_id, x.code });
                    table.ForeignKey(
                        name: "fk_entretien_communes_entretiens_entretien_id",
                        column: x => x.entretien_id,
                        principalTable: "entretiens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_fichier_blocs",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_fichier_blocs", x => new { x.import_id, x.rang });
                    table.ForeignKey(
                        name: "fk_import_fichier_blocs_imports_chiffres_import_id",
                        column: x => x.import_id,
                        principalTable: "imports_chiffres",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_resultats",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resultat = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_resultats", x => x.import_id);
                    table.ForeignKey(
                        name: "fk_import_resultats_imports_chiffres_import_id",
                        column: x => x.import_id,
                        principalTable: "imports_chiffres",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "salle_bulletins",
                columns: table => new
                {
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tour = table.Column<int>(type: "integer", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_salle_bulletins", x => new { x.atelier_id, x.tour, x.participant_id });
                    table.ForeignKey(
                        name: "fk_salle_bulletins_ateliers_atelier_id",
                        column: x => x.atelier_id,
                        principalTable: "ateliers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_salle_bulletins_participants_salle_participant_id",
                        column: x => x.participant_id,
                        principalTable: "salle_participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "salle_points",
                columns: table => new
                {
                    sujet = table.Column<Guid>(type: "uuid", nullable: false),
                    atelier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tour = table.Column<int>(type: "integer", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nombre = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_salle_points", x => new { x.atelier_id, x.tour, x.participant_id, x.sujet });
                    table.CheckConstraint("ck_salle_points_nombre", "nombre > 0");
                    table.ForeignKey(
                        name: "fk_salle_points_salle_bulletins_atelier_id_tour_participant_id",
                        columns: x => new { x.atelier_id, x.tour, x.participant_id },
                        principalTable: "salle_bulletins",
                        principalColumns: new[] { "atelier_id", "tour", "participant_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(ChiffresSql.Up);
            migrationBuilder.Sql(Configurations.SalleSql.ReprendreContributions);

            migrationBuilder.AddCheckConstraint(
                name: "ck_indicateur_valeurs_publiee",
                table: "indicateur_valeurs",
                sql: "(etat = 'Publiee') = (valeur IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_courriels_atelier_id",
                table: "courriels",
                column: "atelier_id");

            migrationBuilder.CreateIndex(
                name: "ix_contributions_groupe_id",
                table: "contributions",
                column: "groupe_id");

            migrationBuilder.CreateIndex(
                name: "ix_contributions_participant_id",
                table: "contributions",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_atelier_agenda_atelier_id",
                table: "atelier_agenda",
                column: "atelier_id");

            migrationBuilder.CreateIndex(
                name: "ix_atelier_personnes_atelier_id",
                table: "atelier_personnes",
                column: "atelier_id");

            migrationBuilder.CreateIndex(
                name: "ix_atelier_personnes_jeton",
                table: "atelier_personnes",
                column: "jeton",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_constat_appuis_cible",
                table: "constat_appuis",
                column: "cible");

            migrationBuilder.CreateIndex(
                name: "ix_contribution_groupes_atelier_id",
                table: "contribution_groupes",
                column: "atelier_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_existants_convention_id",
                table: "documents_existants",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_existants_piece_id",
                table: "documents_existants",
                column: "piece_id");

            migrationBuilder.CreateIndex(
                name: "ix_enquetes_convention_id",
                table: "enquetes",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_entretiens_convention_id",
                table: "entretiens",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_entretiens_piece_id",
                table: "entretiens",
                column: "piece_id");

            migrationBuilder.CreateIndex(
                name: "ix_filiations_convention_id_origine_suite",
                table: "filiations",
                columns: new[] { "convention_id", "origine", "suite" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_filiations_origine",
                table: "filiations",
                column: "origine");

            migrationBuilder.CreateIndex(
                name: "ix_imports_chiffres_convention_id",
                table: "imports_chiffres",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_imports_chiffres_etat",
                table: "imports_chiffres",
                column: "etat");

            migrationBuilder.CreateIndex(
                name: "ix_salle_bulletins_participant_id",
                table: "salle_bulletins",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_salle_participants_atelier_id_empreinte",
                table: "salle_participants",
                columns: new[] { "atelier_id", "empreinte" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_salles_code",
                table: "salles",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_validations_diagnostic_convention_id_numero",
                table: "validations_diagnostic",
                columns: new[] { "convention_id", "numero" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_contributions_groupes_groupe_id",
                table: "contributions",
                column: "groupe_id",
                principalTable: "contribution_groupes",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "fk_contributions_participants_salle_participant_id",
                table: "contributions",
                column: "participant_id",
                principalTable: "salle_participants",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_contributions_groupes_groupe_id",
                table: "contributions");

            migrationBuilder.DropForeignKey(
                name: "fk_contributions_participants_salle_participant_id",
                table: "contributions");

            migrationBuilder.DropTable(
                name: "atelier_agenda");

            migrationBuilder.DropTable(
                name: "atelier_comptes");

            migrationBuilder.DropTable(
                name: "atelier_personnes");

            migrationBuilder.DropTable(
                name: "constat_appuis");

            migrationBuilder.DropTable(
                name: "contribution_groupes");

            migrationBuilder.DropTable(
                name: "documents_existants");

            migrationBuilder.DropTable(
                name: "enquetes");

            migrationBuilder.DropTable(
                name: "entretien_communes");

            migrationBuilder.DropTable(
                name: "filiations");

            migrationBuilder.DropTable(
                name: "import_fichier_blocs");

            migrationBuilder.DropTable(
                name: "import_resultats");

            migrationBuilder.DropTable(
                name: "salle_points");

            migrationBuilder.DropTable(
                name: "salles");

            migrationBuilder.DropTable(
                name: "validations_diagnostic");

            migrationBuilder.DropTable(
                name: "assistances");

            migrationBuilder.DropTable(
                name: "entretiens");

            migrationBuilder.DropTable(
                name: "imports_chiffres");

            migrationBuilder.DropTable(
                name: "salle_bulletins");

            migrationBuilder.DropTable(
                name: "salle_participants");

            migrationBuilder.DropCheckConstraint(
                name: "ck_indicateur_valeurs_publiee",
                table: "indicateur_valeurs");

            migrationBuilder.DropIndex(
                name: "ix_courriels_atelier_id",
                table: "courriels");

            migrationBuilder.DropIndex(
                name: "ix_contributions_groupe_id",
                table: "contributions");

            migrationBuilder.DropIndex(
                name: "ix_contributions_participant_id",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "code_catalogue",
                table: "indicateurs");

            migrationBuilder.DropColumn(
                name: "definition",
                table: "indicateurs");

            migrationBuilder.DropColumn(
                name: "nature",
                table: "indicateurs");

            migrationBuilder.DropColumn(
                name: "seuil",
                table: "indicateurs");

            migrationBuilder.DropColumn(
                name: "source_usuelle",
                table: "indicateurs");

            migrationBuilder.DropColumn(
                name: "arrondi",
                table: "indicateur_valeurs");

            migrationBuilder.DropColumn(
                name: "etat",
                table: "indicateur_valeurs");

            migrationBuilder.DropColumn(
                name: "licence",
                table: "indicateur_valeurs");

            migrationBuilder.DropColumn(
                name: "atelier_id",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "piece_jointe_contenu",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "piece_jointe_nom",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "piece_jointe_type_mime",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "etat",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "groupe_id",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "participant_id",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "postee_le",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "priorite",
                table: "constats");

            migrationBuilder.DropColumn(
                name: "heure",
                table: "ateliers");

            migrationBuilder.DropColumn(
                name: "heure_fin",
                table: "ateliers");

            migrationBuilder.AlterColumn<decimal>(
                name: "valeur",
                table: "indicateur_valeurs",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m,
                oldClrType: typeof(decimal),
                oldType: "numeric(18,4)",
                oldPrecision: 18,
                oldScale: 4,
                oldNullable: true);
        }
    }
}
