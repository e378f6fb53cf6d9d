using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OriginauxSignes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "originaux_signes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fichier = table.Column<string>(type: "jsonb", nullable: false),
                    signataires = table.Column<string>(type: "jsonb", nullable: false),
                    avenants = table.Column<string>(type: "jsonb", nullable: false),
                    depose_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_originaux_signes", x => x.id);
                    table.ForeignKey(
                        name: "fk_originaux_signes_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pieces_originaux",
                table: "pieces",
                column: "empreinte",
                filter: "nature = 'OriginalSigne'");

            migrationBuilder.CreateIndex(
                name: "ix_originaux_signes_convention_id",
                table: "originaux_signes",
                column: "convention_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "originaux_signes");

            migrationBuilder.DropIndex(
                name: "ix_pieces_originaux",
                table: "pieces");
        }
    }
}
