using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Objectifs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fiche_objectifs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    indicateur_fiche_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fiche_objectifs", x => new { x.fiche_action_id, x.id });
                    table.ForeignKey(
                        name: "fk_fiche_objectifs_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(ObjectifsSql.Up);

            migrationBuilder.DropColumn(
                name: "quoi_objectifs_operationnels",
                table: "fiches_action");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "quoi_objectifs_operationnels",
                table: "fiches_action",
                type: "text",
                nullable: true);

            migrationBuilder.Sql(ObjectifsSql.Down);

            migrationBuilder.DropTable(
                name: "fiche_objectifs");
        }
    }
}
