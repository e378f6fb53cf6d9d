using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ClesAcces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cles_acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identifiant = table.Column<byte[]>(type: "bytea", nullable: false),
                    cle_publique = table.Column<byte[]>(type: "bytea", nullable: false),
                    nom = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    creee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    utilisee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    compteur = table.Column<long>(type: "bigint", nullable: false),
                    transports = table.Column<string[]>(type: "text[]", nullable: false),
                    est_sauvegardable = table.Column<bool>(type: "boolean", nullable: false),
                    est_sauvegardee = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cles_acces", x => x.id);
                    table.ForeignKey(
                        name: "fk_cles_acces_asp_net_users_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "defis_cle_acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    usage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    etat = table.Column<string>(type: "text", nullable: false),
                    textes = table.Column<string>(type: "jsonb", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reponse = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_defis_cle_acces", x => x.id);
                    table.ForeignKey(
                        name: "fk_defis_cle_acces_asp_net_users_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cles_acces_identifiant",
                table: "cles_acces",
                column: "identifiant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cles_acces_utilisateur_id",
                table: "cles_acces",
                column: "utilisateur_id");

            migrationBuilder.CreateIndex(
                name: "ix_defis_cle_acces_expire_le",
                table: "defis_cle_acces",
                column: "expire_le");

            migrationBuilder.CreateIndex(
                name: "ix_defis_cle_acces_utilisateur_id",
                table: "defis_cle_acces",
                column: "utilisateur_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cles_acces");

            migrationBuilder.DropTable(
                name: "defis_cle_acces");
        }
    }
}
