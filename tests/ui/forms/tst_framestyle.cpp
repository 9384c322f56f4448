// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/framestyle.h>
#include <forms/theme.h>

#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

class TestFrameStyle : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        FrameStyle::install();
        QVERIFY(qobject_cast<FrameStyle *>(QApplication::style()));
    }

    void theTabInFrontIsSeenInEveryTheme_data()
    {
        QTest::addColumn<int>("face");
        QTest::newRow("light") << int(Theme::Face::Light);
        QTest::newRow("dark") << int(Theme::Face::Dark);
        QTest::newRow("high contrast") << int(Theme::Face::HighContrast);
    }

    void theTabInFrontIsSeenInEveryTheme()
    {
        QFETCH(const int, face);
        Theme::apply(static_cast<Theme::Face>(face));
        QTabBar bar;
        bar.addTab(u"登记表"_s);
        bar.addTab(u"处理"_s);
        bar.setCurrentIndex(1);
        bar.resize(bar.sizeHint());
        const QImage picture = bar.grab().toImage();
        const QRgb accent = Theme::current().color(Theme::Role::Accent).rgb();
        const auto share = [&](int tab) {
            const QRect box = bar.tabRect(tab);
            int found = 0;
            for (int x = box.left(); x <= box.right(); ++x) {
                for (int y = box.top(); y < box.top() + 6; ++y) {
                    if (picture.rect().contains(x, y) && picture.pixel(x, y) == accent) {
                        ++found;
                        break;
                    }
                }
            }
            return double(found) / box.width();
        };
        QVERIFY2(share(1) > 0.8, qPrintable(QString::number(share(1))));
        QCOMPARE(share(0), 0.0);
    }

    void aFocusedButtonHasARing_data()
    {
        QTest::addColumn<bool>("flat");
        QTest::newRow("raised") << false;
        QTest::newRow("flat") << true;
    }

    void aFocusedButtonHasARing()
    {
        QFETCH(const bool, flat);
        Theme::apply(Theme::Face::Light);
        QPushButton button(u"为什么"_s);
        button.setFlat(flat);
        button.resize(button.sizeHint());
        const QRgb accent = Theme::current().color(Theme::Role::Accent).rgb();
        const auto ringed = [&] {
            const QImage picture = button.grab().toImage();
            return picture.pixel(picture.width() / 2, picture.height() - 1) == accent;
        };
        QVERIFY(!ringed());
        button.show();
        button.activateWindow();
        button.setFocus();
        QTRY_VERIFY(button.hasFocus());
        QVERIFY(ringed());
    }

    void aListHasAFrameInHighContrast()
    {
        Theme::apply(Theme::Face::HighContrast);
        QListWidget list;
        list.resize(120, 80);
        const QImage picture = list.grab().toImage();
        const QColor edge = picture.pixelColor(60, 0);
        QVERIFY2(Theme::contrast(edge, Theme::current().color(Theme::Role::Window)) >= 3.0,
                 qPrintable(edge.name()));
    }
};

QTEST_MAIN(TestFrameStyle)
#include "tst_framestyle.moc"
