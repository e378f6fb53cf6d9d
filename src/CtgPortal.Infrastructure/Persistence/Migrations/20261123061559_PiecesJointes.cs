using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PiecesJointes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "piece_jointe_id",
                table: "pieces",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "pieces_jointes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entretien_id = table.Column<Guid>(type: "uuid", nullable: true),
                    document_existant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: true),
                    par_nom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pieces_jointes", x => x.id);
                    table.CheckConstraint("ck_pieces_jointes_un_porteur", "num_nonnulls(entretien_id, document_existant_id, fiche_action_id) = 1");
                    table.ForeignKey(
                        name: "fk_pieces_jointes_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pieces_jointes_documents_existants_document_existant_id",
                        column: x => x.document_existant_id,
                        principalTable: "documents_existants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pieces_jointes_entretiens_entretien_id",
                        column: x => x.entretien_id,
                        principalTable: "entretiens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pieces_jointes_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pieces_piece_jointe_id",
                table: "pieces",
                column: "piece_jointe_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pieces_jointes_convention_id",
                table: "pieces_jointes",
                column: "convention_id");

            migrationBuilder.CreateIndex(
                name: "ix_pieces_jointes_document_existant_id",
                table: "pieces_jointes",
                column: "document_existant_id");

            migrationBuilder.CreateIndex(
                name: "ix_pieces_jointes_entretien_id",
                table: "pieces_jointes",
                column: "entretien_id");

            migrationBuilder.CreateIndex(
                name: "ix_pieces_jointes_fiche_action_id",
                table: "pieces_jointes",
                column: "fiche_action_id");

            migrationBuilder.AddForeignKey(
                name: "fk_pieces_pieces_jointes_piece_jointe_id",
                table: "pieces",
                column: "piece_jointe_id",
                principalTable: "pieces_jointes",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.Sql(PiecesSql.Up);

            migrationBuilder.DropForeignKey(
                name: "fk_documents_existants_pieces_piece_id",
                table: "documents_existants");

            migrationBuilder.DropForeignKey(
                name: "fk_entretiens_pieces_piece_id",
                table: "entretiens");

            migrationBuilder.DropIndex(
                name: "ix_entretiens_piece_id",
                table: "entretiens");

            migrationBuilder.DropIndex(
                name: "ix_documents_existants_piece_id",
                table: "documents_existants");

            migrationBuilder.DropColumn(
                name: "piece_id",
                table: "entretiens");

            migrationBuilder.DropColumn(
                name: "piece_id",
                table: "documents_existants");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "piece_id",
                table: "entretiens",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "piece_id",
                table: "documents_existants",
                type: "uuid",
                nullable: true);

            migrationBuilder.Sql(PiecesSql.Down);

            migrationBuilder.DropForeignKey(
                name: "fk_pieces_pieces_jointes_piece_jointe_id",
                table: "pieces");

            migrationBuilder.DropTable(
                name: "pieces_jointes");

            migrationBuilder.DropIndex(
                name: "ix_pieces_piece_jointe_id",
                table: "pieces");

            migrationBuilder.DropColumn(
                name: "piece_jointe_id",
                table: "pieces");

            migrationBuilder.CreateIndex(
                name: "ix_entretiens_piece_id",
                table: "entretiens",
                column: "piece_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_existants_piece_id",
                table: "documents_existants",
                column: "piece_id");

            migrationBuilder.AddForeignKey(
                name: "fk_documents_existants_pieces_piece_id",
                table: "documents_existants",
                column: "piece_id",
                principalTable: "pieces",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_entretiens_pieces_piece_id",
                table: "entretiens",
                column: "piece_id",
                principalTable: "pieces",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
