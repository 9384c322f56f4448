// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/tempstore.h>

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace huiyin;

/// Records cases without end and says each number on standard output once its save is durable.
/// killwriter FILE STATEDIR: tst_kill ends it by force.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    auto store = Store::open(arguments.value(1),
                             {.searchFields = support::TempStore::defaultSearchFields(),
                              .random = {},
                              .stateDir = arguments.value(2)});
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().code + store.error().detail));
        return 3;
    }
    for (qint64 i = 0;; ++i) {
        const Instant now = Instant::fromUtcMs(QDateTime::currentMSecsSinceEpoch());
        const QByteArray seed =
            QByteArray::number(QCoreApplication::applicationPid()).rightJustified(8, '0') +
            QByteArray::number(i).rightJustified(8, '0');
        const CaseId id = CaseId::make(now, seed.right(10));
        auto recorded = (*store)->log().append(
            {.actor = u"li"_s,
             .now = now,
             .events = {support::opening(
                 id, {{u"content"_s, u"空调漏水"_s}, {u"kind"_s, u"Complaint"_s}}, now)},
             .expected = {{id, 0}}});
        if (!recorded) {
            std::fprintf(stderr, "%s\n", qPrintable(recorded.error().code));
            return 4;
        }
        std::printf("%s\n", qPrintable(recorded->numbers.value(id)));
        std::fflush(stdout);
    }
}
