using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TableursEnUneTable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "par_nom",
                table: "imports_tableur",
                type: "character varying(250)",
                maxLength: 250,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "annule_le",
                table: "imports_tableur",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ecriture",
                table: "imports_tableur",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "correspondances_colonnes",
                columns: table => new
                {
                    caf_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    en_tete = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    champ = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correspondances_colonnes", x => new { x.caf_code, x.nature, x.en_tete });
                });

            migrationBuilder.CreateIndex(
                name: "ix_imports_tableur_depose_le",
                table: "imports_tableur",
                column: "depose_le");

            migrationBuilder.Sql(TableursSql.Reprendre);

            migrationBuilder.DropTable(
                name: "correspondances_plan");

            migrationBuilder.DropTable(
                name: "imports_plan");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "imports_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    annule_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attendu = table.Column<int>(type: "integer", nullable: true),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decoupe = table.Column<string>(type: "jsonb", nullable: false),
                    depose_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ecrit_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ecriture = table.Column<string>(type: "jsonb", nullable: true),
                    est_precise = table.Column<bool>(type: "boolean", nullable: false),
                    fichier = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    par_nom = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "ix_imports_plan_convention_id",
                table: "imports_plan",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_imports_plan_depose_le",
                table: "imports_plan",
                column: "depose_le");

            migrationBuilder.Sql(TableursSql.Rendre);

            migrationBuilder.DropTable(
                name: "correspondances_colonnes");

            migrationBuilder.DropIndex(
                name: "ix_imports_tableur_depose_le",
                table: "imports_tableur");

            migrationBuilder.DropColumn(
                name: "annule_le",
                table: "imports_tableur");

            migrationBuilder.DropColumn(
                name: "ecriture",
                table: "imports_tableur");

            migrationBuilder.AlterColumn<string>(
                name: "par_nom",
                table: "imports_tableur",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(250)",
                oldMaxLength: 250);
        }
    }
}
