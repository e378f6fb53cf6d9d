using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Bibliotheque : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fiches_modele",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    caf_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    intitule = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    champ = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    imposee_depuis = table.Column<DateOnly>(type: "date", nullable: true),
                    archivee = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fiches_modele", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fiche_modele_versions",
                columns: table => new
                {
                    numero = table.Column<int>(type: "integer", nullable: false),
                    fiche_modele_id = table.Column<Guid>(type: "uuid", nullable: false),
                    publiee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fiche_modele_versions", x => new { x.fiche_modele_id, x.numero });
                    table.ForeignKey(
                        name: "fk_fiche_modele_versions_fiches_modele_fiche_modele_id",
                        column: x => x.fiche_modele_id,
                        principalTable: "fiches_modele",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reprises_modele",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    modele_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    sans_objet = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reprises_modele", x => new { x.convention_id, x.modele_id });
                    table.ForeignKey(
                        name: "fk_reprises_modele_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reprises_modele_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_reprises_modele_fiches_modele_modele_id",
                        column: x => x.modele_id,
                        principalTable: "fiches_modele",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fiches_modele_caf_code",
                table: "fiches_modele",
                column: "caf_code");

            migrationBuilder.CreateIndex(
                name: "ix_reprises_modele_fiche_action_id",
                table: "reprises_modele",
                column: "fiche_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_reprises_modele_modele_id",
                table: "reprises_modele",
                column: "modele_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fiche_modele_versions");

            migrationBuilder.DropTable(
                name: "reprises_modele");

            migrationBuilder.DropTable(
                name: "fiches_modele");
        }
    }
}
