using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LiensDeSignature : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ligne_id",
                table: "courriels",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "secret",
                table: "courriels",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "codes_signature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ligne_id = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte_texte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    demande_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sceau = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: true),
                    cle = table.Column<byte[]>(type: "bytea", nullable: true),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    essais = table.Column<int>(type: "integer", nullable: false),
                    dernier_essai_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    utilise_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes_signature", x => x.id);
                    table.ForeignKey(
                        name: "fk_codes_signature_signatures_signature_id",
                        column: x => x.signature_id,
                        principalTable: "signatures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "liens_signature",
                columns: table => new
                {
                    empreinte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ligne_id = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte_texte = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liens_signature", x => x.empreinte);
                    table.ForeignKey(
                        name: "fk_liens_signature_signatures_signature_id",
                        column: x => x.signature_id,
                        principalTable: "signatures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_courriels_ligne_id_cree_le",
                table: "courriels",
                columns: new[] { "ligne_id", "cree_le" },
                filter: "ligne_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_codes_signature_ligne_id_demande_le",
                table: "codes_signature",
                columns: new[] { "ligne_id", "demande_le" });

            migrationBuilder.CreateIndex(
                name: "ix_codes_signature_signature_id",
                table: "codes_signature",
                column: "signature_id");

            migrationBuilder.CreateIndex(
                name: "ix_liens_signature_ligne_id",
                table: "liens_signature",
                column: "ligne_id");

            migrationBuilder.CreateIndex(
                name: "ix_liens_signature_signature_id",
                table: "liens_signature",
                column: "signature_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "codes_signature");

            migrationBuilder.DropTable(
                name: "liens_signature");

            migrationBuilder.DropIndex(
                name: "ix_courriels_ligne_id_cree_le",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "ligne_id",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "secret",
                table: "courriels");
        }
    }
}
