// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What paper costs: a hundred filled forms to one PDF, the first page of a preview. Prints rows of
// the README's table; ends with 1 if one misses.

#include <QGuiApplication>
#include <QTemporaryDir>

#include "../ui/paper/samples.h"
#include "measure.h"

using namespace huiyin;
using namespace huiyin::bench;
using namespace huiyin::paper;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QTemporaryDir folder;
    bool reached = true;

    Sample first;
    for (const Sheet &form : sheets()) {
        const SheetValues values = valuesFor(form, Fill::Typical);
        first.add(timed([&] {
            const InkDocument document = layOutSheet(form, catalogue(), values);
            if (imageOf(document, 0, 96).isNull()) {
                qFatal("no page of %s", qPrintable(form.id));
            }
        }));
    }
    const double slowest = first.percentile(1);
    report(u"first page of a preview, the slowest of %1 forms"_s.arg(first.size()),
           u"≤ 500 ms"_s,
           u"%1 (half of them %2)"_s.arg(ms(slowest), ms(first.p50())),
           u"–"_s,
           slowest <= 500);
    reached = reached && slowest <= 500;

    for (const QString &id : {u"F-02"_s, u"F-17"_s}) {
        const Sheet form = sheet(id);
        QVector<SheetValues> documents(100, valuesFor(form, Fill::Typical));
        for (int i = 0; i < documents.size(); ++i) {
            documents[i].caseNo = u"TS202405-%1"_s.arg(i + 1, 4, 10, QLatin1Char('0'));
        }
        int pages = 0;
        const double took = timed([&] {
            const auto written = writePdf(layOutSheets(form, catalogue(), documents),
                                          folder.filePath(id + u".pdf"_s));
            pages = written ? *written : 0;
        });
        report(u"100 filled forms %1 to one PDF of %2 pages"_s.arg(id).arg(pages),
               u"≤ 5 s"_s,
               ms(took),
               u"–"_s,
               took <= 5000 && pages >= 100);
        reached = reached && took <= 5000 && pages >= 100;
    }
    return reached ? 0 : 1;
}
