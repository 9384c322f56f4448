// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/gatewindow.h>
#include <window/heading.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr double kWidthHan = 40;

} // namespace

GateWindow::GateWindow(const QString &heading,
                       const QString &sentence,
                       const QVector<WayOut> &ways,
                       QWidget *parent)
    : QWidget(parent)
    , m_sentence(sentence)
{
    setWindowTitle(heading);
    setWindowIcon(QIcon(QStringLiteral(":/huiyin/icons/app-huiyin.svg")));
    const auto unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 8, unit * 8, unit * 8, unit * 8);
    column->setSpacing(unit * 4);
    auto *title = new Heading(1.35, this);
    title->setText(heading);
    auto *words = new QLabel(sentence, this);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(unit * 2);
    bool first = true;
    for (const auto &way : ways) {
        auto *button = new QPushButton(way.words, this);
        button->setAccessibleName(way.words);
        button->setMinimumHeight(fontMetrics().height() * 2);
        connect(button, &QPushButton::clicked, this, [take = way.take] { take(); });
        column->addWidget(button);
        if (first) {
            button->setDefault(true);
            button->setFocus();
            first = false;
        }
    }
    column->addStretch();
    setMinimumWidth(static_cast<int>(kWidthHan * hanWidth(font())));
    setAccessibleName(heading);
    setAccessibleDescription(sentence);
}

} // namespace huiyin
