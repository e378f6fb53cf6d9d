using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Avenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "est_etat_signe",
                table: "versions_nommees",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "avenant_id",
                table: "signatures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "avenant_numero",
                table: "signatures",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "avenants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false),
                    prepare_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signe_le = table.Column<DateOnly>(type: "date", nullable: true),
                    motif_abandon = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_avenants", x => x.id);
                    table.ForeignKey(
                        name: "fk_avenants_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_signatures_avenant_id",
                table: "signatures",
                column: "avenant_id");

            migrationBuilder.CreateIndex(
                name: "ix_avenants_numero",
                table: "avenants",
                columns: new[] { "convention_id", "numero" },
                unique: true,
                filter: "statut <> 'Abandonne'");

            migrationBuilder.CreateIndex(
                name: "ix_avenants_un_seul_en_cours",
                table: "avenants",
                column: "convention_id",
                unique: true,
                filter: "statut IN ('EnRedaction', 'EnSignature')");

            migrationBuilder.AddForeignKey(
                name: "fk_signatures_avenants_avenant_id",
                table: "signatures",
                column: "avenant_id",
                principalTable: "avenants",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_signatures_avenants_avenant_id",
                table: "signatures");

            migrationBuilder.DropTable(
                name: "avenants");

            migrationBuilder.DropIndex(
                name: "ix_signatures_avenant_id",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "est_etat_signe",
                table: "versions_nommees");

            migrationBuilder.DropColumn(
                name: "avenant_id",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "avenant_numero",
                table: "signatures");
        }
    }
}
