using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CtgPortal.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ComptesRendus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "atelier_id",
                table: "pieces",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "atelier_id",
                table: "pieces");
        }
    }
}
