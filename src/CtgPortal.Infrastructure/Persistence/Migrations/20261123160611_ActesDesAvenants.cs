using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ActesDesAvenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_deliberations_convention_id_partie_id",
                table: "deliberations");

            migrationBuilder.AddColumn<Guid>(
                name: "avenant_id",
                table: "deliberations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "avenant_numero",
                table: "deliberations",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliberations_avenant_id",
                table: "deliberations",
                column: "avenant_id");

            migrationBuilder.CreateIndex(
                name: "ix_deliberations_convention_id_partie_id_avenant_id",
                table: "deliberations",
                columns: new[] { "convention_id", "partie_id", "avenant_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.AddForeignKey(
                name: "fk_deliberations_avenants_avenant_id",
                table: "deliberations",
                column: "avenant_id",
                principalTable: "avenants",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_deliberations_avenants_avenant_id",
                table: "deliberations");

            migrationBuilder.DropIndex(
                name: "ix_deliberations_avenant_id",
                table: "deliberations");

            migrationBuilder.DropIndex(
                name: "ix_deliberations_convention_id_partie_id_avenant_id",
                table: "deliberations");

            migrationBuilder.DropColumn(
                name: "avenant_id",
                table: "deliberations");

            migrationBuilder.DropColumn(
                name: "avenant_numero",
                table: "deliberations");

            migrationBuilder.CreateIndex(
                name: "ix_deliberations_convention_id_partie_id",
                table: "deliberations",
                columns: new[] { "convention_id", "partie_id" },
                unique: true);
        }
    }
}
