using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ActesDeFin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "actes_de_fin",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    partie = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    motif = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    acte_le = table.Column<DateOnly>(type: "date", nullable: false),
                    preavis_mois = table.Column<int>(type: "integer", nullable: false),
                    effet_le = table.Column<DateOnly>(type: "date", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    enregistre_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    retire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    motif_retrait = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actes_de_fin", x => x.id);
                    table.ForeignKey(
                        name: "fk_actes_de_fin_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_actes_de_fin_pieces_document_id",
                        column: x => x.document_id,
                        principalTable: "pieces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actes_de_fin_document_id",
                table: "actes_de_fin",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_actes_de_fin_un_seul_en_preavis",
                table: "actes_de_fin",
                column: "convention_id",
                unique: true,
                filter: "statut = 'EnPreavis'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "actes_de_fin");
        }
    }
}
