using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PlanEtTexte : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "plan_emplacements",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "operation_id",
                table: "fiche_operations",
                type: "uuid",
                nullable: false,
                defaultValueSql: "gen_random_uuid()");

            migrationBuilder.AddColumn<string>(
                name: "anciens_cej",
                table: "conventions",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.CreateTable(
                name: "avis_partenaires",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    structure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    courriel = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    jeton = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    texte_id = table.Column<Guid>(type: "uuid", nullable: false),
                    echeance = table.Column<DateOnly>(type: "date", nullable: false),
                    demande_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rappel_avant_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rappel_echeance_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sens = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    texte = table.Column<string>(type: "text", nullable: true),
                    rendu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_avis_partenaires", x => x.id);
                    table.ForeignKey(
                        name: "fk_avis_partenaires_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_avis_partenaires_pieces_texte_id",
                        column: x => x.texte_id,
                        principalTable: "pieces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "brouillons",
                columns: table => new
                {
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    formulaire = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    titre = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    contenu = table.Column<string>(type: "text", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_brouillons", x => new { x.utilisateur_id, x.formulaire });
                });

            migrationBuilder.CreateTable(
                name: "correspondances_plan",
                columns: table => new
                {
                    caf_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    en_tete = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    champ = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correspondances_plan", x => new { x.caf_code, x.en_tete });
                });

            migrationBuilder.CreateTable(
                name: "equipements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "jsonb", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipements", x => x.id);
                    table.ForeignKey(
                        name: "fk_equipements_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "etats_fiche",
                columns: table => new
                {
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: true),
                    par_nom = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_etats_fiche", x => new { x.fiche_action_id, x.revision });
                    table.ForeignKey(
                        name: "fk_etats_fiche_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "imports_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fichier = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false),
                    par_nom = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    depose_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decoupe = table.Column<string>(type: "jsonb", nullable: false),
                    est_precise = table.Column<bool>(type: "boolean", nullable: false),
                    attendu = table.Column<int>(type: "integer", nullable: true),
                    ecrit_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ecriture = table.Column<string>(type: "jsonb", nullable: true),
                    annule_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_imports_plan_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "imports_tableur",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fichier = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false),
                    par_nom = table.Column<string>(type: "text", nullable: false),
                    depose_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lecture = table.Column<string>(type: "jsonb", nullable: false),
                    est_precise = table.Column<bool>(type: "boolean", nullable: false),
                    attendu = table.Column<int>(type: "integer", nullable: true),
                    ecrit_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ajoutes = table.Column<int>(type: "integer", nullable: false),
                    modifies = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports_tableur", x => x.id);
                    table.ForeignKey(
                        name: "fk_imports_tableur_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "modeles_texte",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    caf_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    brouillon = table.Column<string>(type: "jsonb", nullable: false),
                    modifie_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_modeles_texte", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "passages_texte",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cle = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    titre = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    corps = table.Column<string>(type: "text", nullable: false),
                    contractuel = table.Column<bool>(type: "boolean", nullable: false),
                    modele = table.Column<string>(type: "jsonb", nullable: true),
                    defauts = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passages_texte", x => new { x.convention_id, x.cle });
                    table.ForeignKey(
                        name: "fk_passages_texte_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "schemas_petite_enfance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    competence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    confirmations = table.Column<string>(type: "jsonb", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schemas_petite_enfance", x => x.id);
                    table.ForeignKey(
                        name: "fk_schemas_petite_enfance_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "versions_nommees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    nom = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    numero_fige = table.Column<int>(type: "integer", nullable: true),
                    contenu_id = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: true),
                    par_nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sans_objet_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sans_objet_motif = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    sans_objet_par_nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_versions_nommees", x => x.id);
                    table.ForeignKey(
                        name: "fk_versions_nommees_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_versions_nommees_pieces_contenu_id",
                        column: x => x.contenu_id,
                        principalTable: "pieces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vues_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    auteur = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    vue = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reglages = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    partagee = table.Column<bool>(type: "boolean", nullable: false),
                    par_defaut = table.Column<bool>(type: "boolean", nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vues_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_vues_plan_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "modele_texte_versions",
                columns: table => new
                {
                    numero = table.Column<int>(type: "integer", nullable: false),
                    modele_texte_id = table.Column<Guid>(type: "uuid", nullable: false),
                    publiee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_modele_texte_versions", x => new { x.modele_texte_id, x.numero });
                    table.ForeignKey(
                        name: "fk_modele_texte_versions_modeles_texte_modele_texte_id",
                        column: x => x.modele_texte_id,
                        principalTable: "modeles_texte",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "textes_convention",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    modele_id = table.Column<Guid>(type: "uuid", nullable: true),
                    modele_version = table.Column<int>(type: "integer", nullable: true),
                    articles = table.Column<string[]>(type: "text[]", nullable: false),
                    ecartes = table.Column<string[]>(type: "text[]", nullable: false),
                    annexes = table.Column<string[]>(type: "text[]", nullable: false),
                    graphie = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    commence_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_textes_convention", x => x.convention_id);
                    table.ForeignKey(
                        name: "fk_textes_convention_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_textes_convention_modeles_texte_modele_id",
                        column: x => x.modele_id,
                        principalTable: "modeles_texte",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_avis_partenaires_convention_id",
                table: "avis_partenaires",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_avis_partenaires_echeance",
                table: "avis_partenaires",
                column: "echeance",
                filter: "sens IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_avis_partenaires_texte_id",
                table: "avis_partenaires",
                column: "texte_id");

            migrationBuilder.CreateIndex(
                name: "ix_brouillons_le",
                table: "brouillons",
                column: "le");

            migrationBuilder.CreateIndex(
                name: "ix_equipements_convention_id_code",
                table: "equipements",
                columns: new[] { "convention_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imports_plan_convention_id",
                table: "imports_plan",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_imports_plan_depose_le",
                table: "imports_plan",
                column: "depose_le");

            migrationBuilder.CreateIndex(
                name: "ix_imports_tableur_convention_id",
                table: "imports_tableur",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_modeles_texte_caf_code",
                table: "modeles_texte",
                column: "caf_code",
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_schemas_petite_enfance_convention_id",
                table: "schemas_petite_enfance",
                column: "convention_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_textes_convention_modele_id",
                table: "textes_convention",
                column: "modele_id");

            migrationBuilder.CreateIndex(
                name: "ix_versions_nommees_contenu_id",
                table: "versions_nommees",
                column: "contenu_id");

            migrationBuilder.CreateIndex(
                name: "ix_versions_nommees_convention_id_numero",
                table: "versions_nommees",
                columns: new[] { "convention_id", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vues_plan_convention_id",
                table: "vues_plan",
                column: "convention_id");

            migrationBuilder.Sql(TextesSql.Up);
            migrationBuilder.Sql(VersionsSql.Up);

            // their words are in the texts by now
            migrationBuilder.DropColumn(
                name: "evaluation",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "gouvernance",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "preambule",
                table: "conventions");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "avis_partenaires");

            migrationBuilder.DropTable(
                name: "brouillons");

            migrationBuilder.DropTable(
                name: "correspondances_plan");

            migrationBuilder.DropTable(
                name: "equipements");

            migrationBuilder.DropTable(
                name: "etats_fiche");

            migrationBuilder.DropTable(
                name: "imports_plan");

            migrationBuilder.DropTable(
                name: "imports_tableur");

            migrationBuilder.DropTable(
                name: "modele_texte_versions");

            migrationBuilder.DropTable(
                name: "passages_texte");

            migrationBuilder.DropTable(
                name: "schemas_petite_enfance");

            migrationBuilder.DropTable(
                name: "textes_convention");

            migrationBuilder.DropTable(
                name: "versions_nommees");

            migrationBuilder.DropTable(
                name: "vues_plan");

            migrationBuilder.DropTable(
                name: "modeles_texte");

            migrationBuilder.DropColumn(
                name: "code",
                table: "plan_emplacements");

            migrationBuilder.DropColumn(
                name: "operation_id",
                table: "fiche_operations");

            migrationBuilder.DropColumn(
                name: "anciens_cej",
                table: "conventions");

            migrationBuilder.AddColumn<string>(
                name: "evaluation",
                table: "conventions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gouvernance",
                table: "conventions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "preambule",
                table: "conventions",
                type: "text",
                nullable: true);
        }
    }
}
