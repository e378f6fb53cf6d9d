using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LiensFiches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "pourquoi_schemas",
                table: "fiches_action",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateOnly>(
                name: "echeance",
                table: "fiche_operations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "situation_initiale",
                table: "fiche_indicateurs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "situation_visee",
                table: "fiche_indicateurs",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "liens_fiches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    premiere = table.Column<Guid>(type: "uuid", nullable: false),
                    seconde = table.Column<Guid>(type: "uuid", nullable: false),
                    raison = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    etabli_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liens_fiches", x => x.id);
                    table.ForeignKey(
                        name: "fk_liens_fiches_fiches_action_premiere",
                        column: x => x.premiere,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_liens_fiches_fiches_action_seconde",
                        column: x => x.seconde,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_liens_fiches_premiere_seconde",
                table: "liens_fiches",
                columns: new[] { "premiere", "seconde" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_liens_fiches_seconde",
                table: "liens_fiches",
                column: "seconde");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "liens_fiches");

            migrationBuilder.DropColumn(
                name: "pourquoi_schemas",
                table: "fiches_action");

            migrationBuilder.DropColumn(
                name: "echeance",
                table: "fiche_operations");

            migrationBuilder.DropColumn(
                name: "situation_initiale",
                table: "fiche_indicateurs");

            migrationBuilder.DropColumn(
                name: "situation_visee",
                table: "fiche_indicateurs");
        }
    }
}
