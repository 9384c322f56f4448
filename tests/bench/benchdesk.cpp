// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchdesk.h"

#include <QDir>
#include <QFileInfo>

#include "measure.h"

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

constexpr qint64 kChunk = 100'000;

QStringList searchFields(const FieldCatalogue &catalogue)
{
    QStringList ids;
    for (const FieldDef &field : catalogue.fields()) {
        if (field.search) {
            ids.append(field.id);
        }
    }
    return ids;
}

} // namespace

Instant benchNow() { return Instant::parseLocal(u"2026-01-05 10:00").value(); }

BenchDesk::BenchDesk(const QString &path)
    : m_library(orDie(Library::load(), "library"))
    , m_chance(kSeed)
{
    const StoreOptions options{.searchFields = searchFields(m_library->catalogue)};
    m_store = QFileInfo::exists(path) ? orDie(Store::open(path, options), "open")
                                      : orDie(Store::create(path,
                                                            Founding{.officeCode = u"0571"_s,
                                                                     .officeName = u"测量用"_s,
                                                                     .regulationId = u"standard"_s,
                                                                     .actor = u"bench"_s,
                                                                     .now = benchNow()},
                                                            options),
                                              "create");
    // Other ids than those a kept file already holds, or its cases would be recorded once more.
    const auto status = orDie(m_store->reader().status(benchNow()), "status");
    m_chance.seed(kSeed + static_cast<quint32>(status.events));
    m_desk = std::make_unique<Desk>(
        m_store->log(), m_store->reader(), m_library, benchNow, [this](int n) {
            QByteArray bytes(n, '\0');
            for (char &byte : bytes) {
                byte = static_cast<char>(m_chance.generate());
            }
            return bytes;
        });
}

QVector<double> fill(BenchDesk &bench, RegisterMaker &maker, qint64 cases, const QString &folder)
{
    QVector<double> seconds;
    const QString csv = QDir(folder).filePath(u"register.csv"_s);
    for (qint64 made = 0; made < cases; made += kChunk) {
        const qint64 rows = std::min(kChunk, cases - made);
        if (!maker.write(csv, rows, cases)) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(csv));
            std::exit(3);
        }
        qint64 taken = 0;
        seconds.append(timed([&] {
                           const auto summary =
                               orDie(bench.desk().importRegister(csv, {}, {}), "import");
                           taken = summary.taken + summary.warned;
                       }) /
                       1000);
        if (taken != rows) {
            std::fprintf(stderr,
                         "import took %lld of %lld rows\n",
                         static_cast<long long>(taken),
                         static_cast<long long>(rows));
            std::exit(3);
        }
        std::fprintf(stderr,
                     "  %lld cases, last chunk %.1f s\n",
                     static_cast<long long>(made + rows),
                     seconds.last());
    }
    QFile::remove(csv);
    return seconds;
}

} // namespace huiyin::bench
