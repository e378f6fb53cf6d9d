using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Presences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "presences",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nom = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    ecrit = table.Column<bool>(type: "boolean", nullable: false),
                    vu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presences", x => new { x.convention_id, x.cle, x.utilisateur_id, x.section });
                })
                .Annotation("Npgsql:UnloggedTable", true);

            migrationBuilder.CreateIndex(
                name: "ix_presences_vu_le",
                table: "presences",
                column: "vu_le");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "presences");
        }
    }
}
