using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Discussions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "composition",
                table: "courriels",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "utilisateur_id",
                table: "courriels",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "commentaires",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fiche_action_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    champ = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ouvert_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    messages = table.Column<string>(type: "jsonb", nullable: false),
                    gestes = table.Column<string>(type: "jsonb", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commentaires", x => x.id);
                    table.ForeignKey(
                        name: "fk_commentaires_conventions_convention_id",
                        column: x => x.convention_id,
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_commentaires_fiches_action_fiche_action_id",
                        column: x => x.fiche_action_id,
                        principalTable: "fiches_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commentaire_mentions",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commentaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    traitee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    prevenue_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commentaire_mentions", x => new { x.commentaire_id, x.message_id, x.utilisateur_id });
                    table.ForeignKey(
                        name: "fk_commentaire_mentions_commentaires_commentaire_id",
                        column: x => x.commentaire_id,
                        principalTable: "commentaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_courriels_utilisateur_id",
                table: "courriels",
                column: "utilisateur_id",
                filter: "envoye_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_commentaire_mentions_utilisateur_id",
                table: "commentaire_mentions",
                column: "utilisateur_id",
                filter: "traitee_le IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_commentaires_convention_id_resolu_le",
                table: "commentaires",
                columns: new[] { "convention_id", "resolu_le" });

            migrationBuilder.CreateIndex(
                name: "ix_commentaires_fiche_action_id",
                table: "commentaires",
                column: "fiche_action_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commentaire_mentions");

            migrationBuilder.DropTable(
                name: "commentaires");

            migrationBuilder.DropIndex(
                name: "ix_courriels_utilisateur_id",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "composition",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "utilisateur_id",
                table: "courriels");
        }
    }
}
