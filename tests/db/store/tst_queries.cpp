// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/database.h>
#include <store/opening.h>
#include <support/tempstore.h>

#include <QDir>
#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

QStringList declared(const QByteArray &text, const QByteArray &what)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith("-- " + what + ": ")) {
            const QString list = QString::fromUtf8(line.mid(what.size() + 5)).trimmed();
            return list == u"none"_s ? QStringList() : list.split(u", "_s);
        }
    }
    return {u"(not declared)"_s};
}

} // namespace

/// Every statement the program carries fits the tables it carries.
class TestQueries : public QObject
{
    Q_OBJECT

private slots:

    void everyQueryFitsAFreshFile_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names =
            QDir(u":/huiyin/sql/queries"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() > 50);
        for (const QString &name : names) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void everyQueryFitsAFreshFile()
    {
        QFETCH(QString, name);
        auto database = Database::open(u":memory:"_s, Access::Memory);
        QVERIFY(database.ok());
        QVERIFY(layTables(**database, u":/huiyin/sql/schema/0001"_s).ok());
        QVERIFY((*database)
                    ->run("CREATE VIRTUAL TABLE temp.fts_vocabulary USING fts5vocab('main', 'fts', "
                          "'row')")
                    .ok());
        const QByteArray text = sqlText(u"queries/"_s + name);
        sqlite3_stmt *statement = nullptr;
        const char *rest = nullptr;
        const int code = sqlite3_prepare_v2((*database)->handle(),
                                            text.constData(),
                                            static_cast<int>(text.size()),
                                            &statement,
                                            &rest);
        QVERIFY2(code == SQLITE_OK, sqlite3_errmsg((*database)->handle()));
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> owner(statement,
                                                                           sqlite3_finalize);
        QVERIFY2(QByteArray(rest).trimmed().isEmpty(), "more than one statement");

        QStringList parameters;
        for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
            parameters.append(QString::fromUtf8(sqlite3_bind_parameter_name(statement, i)).mid(1));
        }
        QCOMPARE(parameters, declared(text, "parameters"));
        QStringList columns;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            columns.append(QString::fromUtf8(sqlite3_column_name(statement, i)));
        }
        QCOMPARE(columns, declared(text, "columns"));
    }

    void everySchemaFileIsOneStatement()
    {
        auto database = Database::open(u":memory:"_s, Access::Memory);
        const QDir folder(u":/huiyin/sql/schema/0001"_s);
        for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            const QByteArray text = sqlText(u"schema/0001/"_s + name);
            sqlite3_stmt *statement = nullptr;
            const char *rest = nullptr;
            sqlite3_prepare_v2((*database)->handle(), text.constData(), -1, &statement, &rest);
            sqlite3_finalize(statement);
            QVERIFY2(rest != nullptr && QByteArray(rest).trimmed().isEmpty(), qPrintable(name));
            QVERIFY2((*database)->run(text).ok(), qPrintable(name));
        }
    }

    void theFreshFileCarriesItsMarks()
    {
        support::TempStore desk;
        desk.close();
        const auto head = inspect(desk.path(), OpenMode::ReadWrite);
        QVERIFY(head.ok());
        QCOMPARE(head->applicationId, kApplicationId);
        QCOMPARE(head->schemaVersion, quint32{kSchemaVersion});
    }
};

QTEST_GUILESS_MAIN(TestQueries)
#include "tst_queries.moc"
