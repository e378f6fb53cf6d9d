using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CircuitDeSignature : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_signature_lignes",
                table: "signature_lignes");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "annulee_le",
                table: "signatures",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ceremonie",
                table: "signatures",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "expire_le",
                table: "signatures",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ordre",
                table: "signatures",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Parallele");

            migrationBuilder.AddColumn<string>(
                name: "reserves",
                table: "signatures",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<int>(
                name: "sequence_ceremonie",
                table: "signatures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "partie",
                table: "signature_lignes",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "courriel",
                table: "signature_lignes",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "signataire_id",
                table: "signature_lignes",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                table: "signature_lignes",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "appelee_le",
                table: "signature_lignes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "controle",
                table: "signature_lignes",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "deliberation_date",
                table: "signature_lignes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "deliberation_numero",
                table: "signature_lignes",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "depot",
                table: "signature_lignes",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "derniere_relance_le",
                table: "signature_lignes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "identite_par",
                table: "signature_lignes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "motif_refus",
                table: "signature_lignes",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "motif_remplacement",
                table: "signature_lignes",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "motif_retrait",
                table: "signature_lignes",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "numero",
                table: "signature_lignes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "partie_id",
                table: "signature_lignes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "refusee_le",
                table: "signature_lignes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rejet",
                table: "signature_lignes",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "relances",
                table: "signature_lignes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "remplace",
                table: "signature_lignes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "remplacee_le",
                table: "signature_lignes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "report",
                table: "signature_lignes",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "retiree_le",
                table: "signature_lignes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "signature_lignes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(SignaturesSql.Delegations);
            migrationBuilder.Sql(SignaturesSql.Lignes);

            migrationBuilder.AddPrimaryKey(
                name: "pk_signature_lignes",
                table: "signature_lignes",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_signature_lignes_scan_id",
                table: "signature_lignes",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "ix_signature_lignes_signature_id",
                table: "signature_lignes",
                column: "signature_id");

            migrationBuilder.AddForeignKey(
                name: "fk_signature_lignes_pieces_scan_id",
                table: "signature_lignes",
                column: "scan_id",
                principalTable: "pieces",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_signature_lignes_pieces_scan_id",
                table: "signature_lignes");

            migrationBuilder.DropPrimaryKey(
                name: "pk_signature_lignes",
                table: "signature_lignes");

            migrationBuilder.DropIndex(
                name: "ix_signature_lignes_scan_id",
                table: "signature_lignes");

            migrationBuilder.DropIndex(
                name: "ix_signature_lignes_signature_id",
                table: "signature_lignes");

            migrationBuilder.Sql(SignaturesSql.LignesAvant);
            migrationBuilder.Sql(SignaturesSql.DelegationsAvant);

            migrationBuilder.DropColumn(
                name: "annulee_le",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "ceremonie",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "expire_le",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "ordre",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "reserves",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "sequence_ceremonie",
                table: "signatures");

            migrationBuilder.DropColumn(
                name: "id",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "appelee_le",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "controle",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "deliberation_date",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "deliberation_numero",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "depot",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "derniere_relance_le",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "identite_par",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "motif_refus",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "motif_remplacement",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "motif_retrait",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "numero",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "partie_id",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "refusee_le",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "rejet",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "relances",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "remplace",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "remplacee_le",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "report",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "retiree_le",
                table: "signature_lignes");

            migrationBuilder.DropColumn(
                name: "role",
                table: "signature_lignes");

            migrationBuilder.AlterColumn<Guid>(
                name: "signataire_id",
                table: "signature_lignes",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "partie",
                table: "signature_lignes",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AlterColumn<string>(
                name: "courriel",
                table: "signature_lignes",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(254)",
                oldMaxLength: 254,
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_signature_lignes",
                table: "signature_lignes",
                columns: new[] { "signature_id", "signataire_id" });
        }
    }
}
