using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Deliberations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_pieces_jointes_un_porteur",
                table: "pieces_jointes");

            migrationBuilder.AddColumn<Guid>(
                name: "deliberation_id",
                table: "pieces_jointes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "usage",
                table: "pieces_jointes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "deliberations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organe = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    objet = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    vote = table.Column<string>(type: "jsonb", nullable: true),
                    identifiant = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    publie_le = table.Column<DateOnly>(type: "date", nullable: true),
                    recu_le = table.Column<DateOnly>(type: "date", nullable: true),
                    transmis_le = table.Column<DateOnly>(type: "date", nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    numero = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliberations", x => x.id);
                    table.ForeignKey(
                        name: "fk_deliberations_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(DeliberationsSql.Up);

            migrationBuilder.DropColumn(
                name: "deliberation_date",
                table: "parties");

            migrationBuilder.DropColumn(
                name: "deliberation_numero",
                table: "parties");

            migrationBuilder.CreateIndex(
                name: "ix_pieces_jointes_deliberation_id",
                table: "pieces_jointes",
                column: "deliberation_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_pieces_jointes_un_porteur",
                table: "pieces_jointes",
                sql: "num_nonnulls(entretien_id, document_existant_id, fiche_action_id, deliberation_id) = 1");

            migrationBuilder.CreateIndex(
                name: "ix_deliberations_convention_id_partie_id",
                table: "deliberations",
                columns: new[] { "convention_id", "partie_id" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_pieces_jointes_deliberations_deliberation_id",
                table: "pieces_jointes",
                column: "deliberation_id",
                principalTable: "deliberations",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "deliberation_date",
                table: "parties",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "deliberation_numero",
                table: "parties",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.Sql(DeliberationsSql.Down);

            migrationBuilder.DropForeignKey(
                name: "fk_pieces_jointes_deliberations_deliberation_id",
                table: "pieces_jointes");

            migrationBuilder.DropTable(
                name: "deliberations");

            migrationBuilder.DropIndex(
                name: "ix_pieces_jointes_deliberation_id",
                table: "pieces_jointes");

            migrationBuilder.DropCheckConstraint(
                name: "ck_pieces_jointes_un_porteur",
                table: "pieces_jointes");

            migrationBuilder.DropColumn(
                name: "deliberation_id",
                table: "pieces_jointes");

            migrationBuilder.DropColumn(
                name: "usage",
                table: "pieces_jointes");

            migrationBuilder.AddCheckConstraint(
                name: "ck_pieces_jointes_un_porteur",
                table: "pieces_jointes",
                sql: "num_nonnulls(entretien_id, document_existant_id, fiche_action_id) = 1");
        }
    }
}
