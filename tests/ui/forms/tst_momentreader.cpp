// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/draftkeeper.h>
#include <forms/momentreader.h>
#include <forms/theme.h>

#include <QtTest/QTest>

using namespace huiyin;

class TestMomentreader : public QObject
{
    Q_OBJECT

private slots:

    void understandsWhatClerksType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *text, const char *said) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(said);
        };
        row("4-15", "2026-04-15");
        row("0415 1430", "2026-04-15 14:30");
        row("2026-04-15 14:30", "2026-04-15 14:30");
        row("2026年4月15日 14点30分", "2026-04-15 14:30");
        row("昨天下午3点", "2026-04-15 15:00");
        row("昨天下午三点半", "2026-04-15 15:30");
        row("前天", "2026-04-14");
        row("今天 9:05", "2026-04-16 9:05");
        row("14:30", "2026-04-16 14:30");
        row("１４：３０", "2026-04-16 14:30");
        row("上周五上午10点", "2026-04-10 10:00");
        row("周二", "2026-04-14");
        row("12-28", "2025-12-28");
        row("晚上十一点一刻", "2026-04-16 23:15");
        row("刚才", "2026-04-16 10:31");
        row("20260301", "2026-03-01");
        row("2-30", "");
        row("25:00", "");
        row("前年八月", "");
        row("下午", "");
        row("4-15 很晚", "");
        row("", "");
    }

    void understandsWhatClerksType()
    {
        QFETCH(QString, text);
        const auto reading = readMoment(text, Instant::parseLocal(u"2026-04-16 10:31").value());
        QString said;
        if (reading) {
            said = reading->day.toString();
            if (reading->msOfDay) {
                said += QStringLiteral(" %1:%2")
                            .arg(*reading->msOfDay / 3600000)
                            .arg(*reading->msOfDay / 60000 % 60, 2, 10, QLatin1Char('0'));
            }
        }
        QTEST(said, "said");
    }

    void aDraftIsDueAfterAQuietWhileButNeverLate_data()
    {
        QTest::addColumn<QVector<int>>("keys");
        QTest::addColumn<int>("due");
        QTest::newRow("one key") << QVector<int>{0} << 1500;
        QTest::newRow("a second key puts it off") << QVector<int>{0, 400} << 1900;
        QTest::newRow("steady typing does not put it off for ever")
            << QVector<int>{0, 400, 800, 1200, 1600} << 2000;
    }

    void aDraftIsDueAfterAQuietWhileButNeverLate()
    {
        QFETCH(QVector<int>, keys);
        DraftKeeper keeper;
        for (const int ms : keys) {
            keeper.touched(Instant::fromUtcMs(ms));
        }
        QTEST(int(keeper.saveAt()->utcMs()), "due");
    }

    void everyTextStandsOutFromItsGround_data()
    {
        QTest::addColumn<int>("face");
        QTest::newRow("light") << int(Theme::Face::Light);
        QTest::newRow("dark") << int(Theme::Face::Dark);
        QTest::newRow("high contrast") << int(Theme::Face::HighContrast);
    }

    void everyTextStandsOutFromItsGround()
    {
        QFETCH(int, face);
        using Role = Theme::Role;
        const Theme theme(static_cast<Theme::Face>(face));
        const std::pair<Role, Role> texts[] = {
            {Role::Text, Role::Base},
            {Role::Text, Role::Window},
            {Role::Secondary, Role::Base},
            {Role::Secondary, Role::Window},
            {Role::Secondary, Role::ReadOnlyCell},
            {Role::Placeholder, Role::Base},
            {Role::Accent, Role::Base},
            {Role::Accent, Role::Window},
            {Role::AccentText, Role::Accent},
            {Role::SelectionText, Role::Selection},
            {Role::LabelText, Role::LabelCell},
            {Role::Error, Role::LabelCell},
            {Role::Error, Role::ErrorFill},
            {Role::Warning, Role::WarningFill},
            {Role::Hint, Role::HintFill},
            {Role::Error, Role::Base},
        };
        for (const auto &[text, ground] : texts) {
            const double ratio = Theme::contrast(theme.color(text), theme.color(ground));
            QVERIFY2(
                ratio >= 4.5,
                qPrintable(
                    QStringLiteral("%1 on %2: %3").arg(int(text)).arg(int(ground)).arg(ratio)));
        }
        for (const Role ground : {Role::Base, Role::LabelCell}) {
            QVERIFY(Theme::contrast(theme.color(Role::Border), theme.color(ground)) >= 3.0);
            QVERIFY(Theme::contrast(theme.color(Role::Accent), theme.color(ground)) >= 3.0);
        }
        for (int kind = int(DeadlineState::Kind::Ample); kind <= int(DeadlineState::Kind::MetLate);
             ++kind) {
            const Theme::Swatch swatch = theme.state(static_cast<DeadlineState::Kind>(kind));
            const QColor ground = swatch.fill.isValid() ? swatch.fill : theme.color(Role::Base);
            QVERIFY2(Theme::contrast(swatch.text, ground) >= 4.5,
                     qPrintable(QString::number(kind)));
        }
        for (int series = 0; series < 6; ++series) {
            QVERIFY(Theme::contrast(theme.chart(series), theme.color(Role::Base)) >= 3.0);
        }
    }

    void contrastIsTheOneOfWcag() { QCOMPARE(qRound(Theme::contrast(Qt::black, Qt::white)), 21); }
};

QTEST_MAIN(TestMomentreader)
#include "tst_momentreader.moc"
