using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Preuves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reference",
                table: "signatures",
                type: "character(12)",
                fixedLength: true,
                maxLength: 12,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(PreuvesSql.Numeroter);

            migrationBuilder.CreateTable(
                name: "horodatages_preuve",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    jour = table.Column<DateOnly>(type: "date", nullable: false),
                    calcule_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    precedente = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    racine = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    jeton = table.Column<byte[]>(type: "bytea", nullable: true),
                    horodate_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    autorite = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    tentatives = table.Column<int>(type: "integer", nullable: false),
                    dernier_essai_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    derniere_erreur = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_horodatages_preuve", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "preuves",
                columns: table => new
                {
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ligne = table.Column<Guid>(type: "uuid", nullable: true),
                    par = table.Column<Guid>(type: "uuid", nullable: true),
                    par_nom = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    agent = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ip_scellee = table.Column<string>(type: "character varying(76)", maxLength: 76, nullable: true),
                    faits = table.Column<string>(type: "text", nullable: false),
                    precedente = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    empreinte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    ip = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ip_cle = table.Column<byte[]>(type: "bytea", nullable: true),
                    reserve = table.Column<string>(type: "text", nullable: true),
                    reserve_cle = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preuves", x => new { x.signature_id, x.numero });
                    table.ForeignKey(
                        name: "fk_preuves_signatures_signature_id",
                        column: x => x.signature_id,
                        principalTable: "signatures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "horodatages_preuve_tetes",
                columns: table => new
                {
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    horodatage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    empreinte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_horodatages_preuve_tetes", x => new { x.horodatage_id, x.signature_id });
                    table.ForeignKey(
                        name: "fk_horodatages_preuve_tetes_horodatages_preuve_horodatage_id",
                        column: x => x.horodatage_id,
                        principalTable: "horodatages_preuve",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_signatures_reference",
                table: "signatures",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_horodatages_preuve_jour",
                table: "horodatages_preuve",
                column: "jour",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_horodatages_preuve_numero",
                table: "horodatages_preuve",
                column: "numero",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_horodatages_preuve_tetes_signature_id",
                table: "horodatages_preuve_tetes",
                column: "signature_id");

            migrationBuilder.CreateIndex(
                name: "ix_preuves_avec_ip",
                table: "preuves",
                column: "le",
                filter: "ip IS NOT NULL");

            migrationBuilder.Sql(PreuvesSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PreuvesSql.Down);

            migrationBuilder.DropTable(
                name: "horodatages_preuve_tetes");

            migrationBuilder.DropTable(
                name: "preuves");

            migrationBuilder.DropTable(
                name: "horodatages_preuve");

            migrationBuilder.DropIndex(
                name: "ix_signatures_reference",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "reference",
                table: "signatures");
        }
    }
}
