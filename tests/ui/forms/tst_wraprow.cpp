// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/wraprow.h>

#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

constexpr int kButtons = 4;
constexpr int kGap = 6;

struct Row
{
    explicit Row(bool pushedRight = false)
        : box(std::make_unique<QWidget>())
        , row(new WrapRow(box.get()))
    {
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(kGap);
        if (pushedRight) {
            row->addStretch();
        }
        for (int i = 0; i < kButtons; ++i) {
            if (!pushedRight && i + 1 == kButtons) {
                row->addStretch();
            }
            buttons.append(new QPushButton(u"Button %1"_s.arg(i), box.get()));
            row->addWidget(buttons.last());
        }
    }

    /// As high as the row asks to be at this width.
    void lay(int width)
    {
        box->resize(width, row->heightForWidth(width));
        row->activate();
        row->setGeometry(box->rect());
    }

    std::unique_ptr<QWidget> box;
    WrapRow *row;
    QList<QPushButton *> buttons;
};

} // namespace

class TestWrapRow : public QObject
{
    Q_OBJECT

private slots:

    void withRoomItIsOneLineAndTheStretchTakesTheRest()
    {
        Row row;
        const int wide = row.row->sizeHint().width() + 100;
        row.lay(wide);
        for (auto *button : row.buttons) {
            QCOMPARE(button->y(), row.buttons.first()->y());
            QCOMPARE(button->width(), button->sizeHint().width());
        }
        QCOMPARE(row.buttons.last()->geometry().right(), wide - 1);
        QCOMPARE(row.buttons.at(1)->x(), row.buttons.at(0)->geometry().right() + 1 + kGap);
    }

    void theWidthItAsksForIsEnoughForOneLine()
    {
        for (const bool pushedRight : {false, true}) {
            Row row(pushedRight);
            const int wide = row.row->sizeHint().width();
            row.lay(wide);
            QCOMPARE(row.buttons.last()->y(), row.buttons.first()->y());
            QCOMPARE(row.buttons.last()->geometry().right(), wide - 1);
        }
    }

    void withoutAStretchItLeavesTheRestToItsNeighbour()
    {
        Row row;
        QCOMPARE(row.row->expandingDirections(), Qt::Horizontal);
        WrapRow plain;
        plain.addSpacing(kGap);
        QCOMPARE(plain.expandingDirections(), Qt::Orientations());
    }

    void withoutRoomItGoesOnInFurtherLinesAndCutsNothing()
    {
        Row row;
        const int oneLine = row.row->heightForWidth(2000);
        for (int width = 2000; width >= row.row->minimumSize().width(); width -= 37) {
            row.lay(width);
            for (auto *button : row.buttons) {
                QVERIFY(row.box->rect().contains(button->geometry()));
                QVERIFY(button->width() >= button->sizeHint().width());
                for (auto *other : row.buttons) {
                    QVERIFY(other == button || !other->geometry().intersects(button->geometry()));
                }
            }
        }
        QVERIFY(row.row->heightForWidth(row.row->minimumSize().width()) > 2 * oneLine);
    }

    void whatIsHiddenTakesNoRoom()
    {
        Row row;
        const int before = row.row->sizeHint().width();
        row.buttons.at(1)->hide();
        row.row->invalidate();
        QCOMPARE(row.row->sizeHint().width(),
                 before - row.buttons.at(1)->sizeHint().width() - kGap);
    }

    void rowsInRowsGoWithThem()
    {
        Row row;
        auto *inner = new WrapRow;
        inner->setSpacing(kGap);
        inner->addWidget(new QPushButton(u"inside"_s, row.box.get()));
        row.row->addLayout(inner);
        row.row->addStretch();
        row.row->addWidget(new QPushButton(u"behind"_s, row.box.get()));
        const QPointer<WrapRow> gone(inner);
        row.lay(900);
        row.box.reset();
        QVERIFY(!gone);
    }
};

QTEST_MAIN(TestWrapRow)
#include "tst_wraprow.moc"
