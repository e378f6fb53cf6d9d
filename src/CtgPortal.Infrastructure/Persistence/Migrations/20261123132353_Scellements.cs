using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Scellements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "scellements",
                columns: table => new
                {
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    demande_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    etat = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tentatives = table.Column<int>(type: "integer", nullable: false),
                    dernier_essai_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    prochain_essai_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    derniere_erreur = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    piece_id = table.Column<Guid>(type: "uuid", nullable: true),
                    horodate_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    horodateur = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    certificat = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scellements", x => x.signature_id);
                    table.ForeignKey(
                        name: "fk_scellements_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_scellements_pieces_piece_id",
                        column: x => x.piece_id,
                        principalTable: "pieces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scellements_signatures_signature_id",
                        column: x => x.signature_id,
                        principalTable: "signatures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_scellements_a_faire",
                table: "scellements",
                column: "prochain_essai_le",
                filter: "prochain_essai_le IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_scellements_convention_id",
                table: "scellements",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_scellements_piece_id",
                table: "scellements",
                column: "piece_id",
                unique: true);

            migrationBuilder.Sql(ScellementsSql.DejaComplets);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "scellements");
        }
    }
}
