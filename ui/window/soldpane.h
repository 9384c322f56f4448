// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/soldunits.h>
#include <window/page.h>

#include <QWidget>

class QComboBox;
class QPushButton;
class QTableWidget;

namespace huiyin {

/// The units sold of a month, product by product: typed, pasted from a spreadsheet, or read from a
/// CSV. Without them the rates by product cannot be told.
class SoldPane : public QWidget
{
    Q_OBJECT

public:
    explicit SoldPane(Shell &shell, QWidget *parent = nullptr);

    /// Shows a month, yyyy-MM, with these products ready for their figures beside those that have
    /// some.
    void open(const QString &month, const QStringList &products);

    [[nodiscard]] QTableWidget *table() const { return m_table; }

    /// Records what is typed. \return whether something was recorded
    bool record();

    /// Records the figures of a file, all or none.
    bool takeFile(const QString &path);

signals:
    void said(const QString &text, huiyin::Severity severity);
    void recorded(); ///< figures have changed
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void paste();
    void chooseFile();
    void addBlankRow();
    void setRow(int row, const QString &product, const QString &quantity, const QString &source);
    bool enter(const QVector<SoldLine> &lines);
    [[nodiscard]] QString month() const;

    Shell &m_shell;
    QStringList m_products;
    QVector<SoldEntry> m_entered; ///< by this office, of the month shown
    QComboBox *m_month = nullptr;
    QTableWidget *m_table = nullptr;
    QPushButton *m_record = nullptr;
};

} // namespace huiyin
