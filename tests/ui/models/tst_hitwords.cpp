// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/hitwords.h>

#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestHitWords : public QObject
{
    Q_OBJECT

    static CaseFile with(const QString &field, const QString &text)
    {
        CaseFile caseFile{CaseId::make(Instant::fromUtcMs(0), QByteArray(10, '1'))};
        caseFile.heads[field] = {FieldHead{text, {}, 1, {}}};
        return caseFile;
    }

private slots:

    void theFieldThatHoldsTheWordIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("of the house") << u"ownField01"_s << u"孙八负责"_s << u"网格员：孙八负责"_s;
        QTest::newRow("of the catalogue")
            << u"investigationSummary"_s << u"找孙八问过"_s << u"调查情况及责任人：找孙八问过"_s;
        QTest::newRow("elsewhere") << u"investigationSummary"_s << u"无"_s << QString();
        QTest::newRow("masked in lists") << u"complainantName"_s << u"孙八"_s << QString();
    }

    void theFieldThatHoldsTheWordIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        static const std::shared_ptr<const Library> library = Library::load().value();
        UiGround ground{library, library->calendar, OfficeHours{}, {}};
        ground.ownWords = {{u"ownField01"_s, u"网格员"_s}};
        QTEST(fieldWith(ground, with(field, text), {u"孙八"_s}), "told");
    }
};

QTEST_GUILESS_MAIN(TestHitWords)
#include "tst_hitwords.moc"
