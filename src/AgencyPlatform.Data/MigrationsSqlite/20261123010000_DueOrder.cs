using AgencyPlatform.Data.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyPlatform.Data.MigrationsSqlite
{
    /// <summary>The order in which rows of the due index come up.</summary>
    [DbContext(typeof(SqliteAgencyDb))]
    [Migration("20261123010000_DueOrder")]
    public partial class DueOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(StoreSchema.SqliteDueOrder);
    }
}
